using Prudence.Budgeting;

namespace Prudence.Cli.Simulation;

/// <summary>The budgets of a workload.</summary>
internal sealed class BudgetTreeOf
{
    private readonly Dictionary<string, Budget> byPath = new(StringComparer.Ordinal);

    public BudgetTreeOf(Workload workload, TimeProvider clock)
    {
        var options = new BudgetOptions { Clock = clock, HoldTimeout = TimeSpan.FromDays(36_525) };
        foreach (var scope in workload.Scopes)
        {
            var limits = new ScopeOptions { Limits = [.. scope.Limits.Select(static limit => limit.Limit)] };
            byPath.Add(scope.Path, scope.Parent is null ? Budget.Create(scope.Name, limits, options) : byPath[scope.Parent].CreateChild(scope.Name, limits));
        }
    }

    public Budget this[string path] => byPath[path];

    /// <summary>A scope and all above it.</summary>
    public IEnumerable<Budget> Upwards(string path)
    {
        for (var scope = byPath[path]; scope is not null; scope = scope.Parent)
        {
            yield return scope;
        }
    }
}
