namespace Prudence.Planning.Search.Portfolio;

/// <summary>When a portfolio is done.</summary>
public enum PortfolioPolicy
{
    /// <summary>When one of the searches has a plan.</summary>
    FirstPlan,

    /// <summary>When all searches have ended, or one has proven that no plan is better.</summary>
    BestPlan,
}
