namespace Prudence.Planning.Heuristics;

/// <summary>One state as searches show it to heuristics: the value of every variable, derived ones included.</summary>
/// <param name="id">The number under which the search knows it; -1 for a state outside any search.</param>
/// <param name="values">One value per variable. Valid only during the call.</param>
public readonly ref struct State(int id, ReadOnlySpan<int> values)
{
    /// <summary>The number under which the search knows it; dense from 0 (the initial state); -1 outside any search.</summary>
    public int Id { get; } = id;

    /// <summary>One value per variable.</summary>
    public ReadOnlySpan<int> Values { get; } = values;

    /// <summary>The value of a variable.</summary>
    public int this[int variable] => Values[variable];
}
