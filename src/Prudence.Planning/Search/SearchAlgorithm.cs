namespace Prudence.Planning.Search;

/// <summary>A search for a plan. One instance runs once, on one thread.</summary>
public abstract class SearchAlgorithm
{
    private protected SearchAlgorithm()
    {
    }

    /// <summary>
    /// Searches until a plan is found, nothing is left, or a limit is reached. Limits never throw: they end the search with
    /// its statistics and the best plan so far.
    /// </summary>
    public abstract SearchResult Run();
}
