using Prudence.Planning.Heuristics;

namespace Prudence.Planning.Search;

/// <summary>What enforced hill-climbing can be told.</summary>
public sealed record HillClimbingOptions : SearchOptions
{
    /// <summary>The heuristics whose preferred operators are used; none if empty.</summary>
    public IReadOnlyList<Heuristic> Preferring { get; init; } = [];

    /// <summary>Whether other operators than the preferred ones are left out (as FF leaves out what is not helpful), or only come later.</summary>
    public bool PreferredOnly { get; init; } = true;
}
