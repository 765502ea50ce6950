namespace Prudence.Planning.Search;

/// <summary>What a search has done so far. Counts only; nothing here depends on the clock.</summary>
public sealed class SearchStatistics
{
    private readonly List<HeuristicPoint> points = [];

    /// <summary>States whose successors were generated.</summary>
    public long Expanded { get; internal set; }

    /// <summary>States whose heuristic values were computed.</summary>
    public long Evaluated { get; internal set; }

    /// <summary>Transitions followed, or for lazy searches put on the open list.</summary>
    public long Generated { get; internal set; }

    /// <summary>Closed states that were opened again on a cheaper path.</summary>
    public long Reopened { get; internal set; }

    /// <summary>States recognised as dead ends.</summary>
    public long DeadEnds { get; internal set; }

    /// <summary>Distinct states stored.</summary>
    public long StatesStored { get; internal set; }

    /// <summary>Memory of stored states and open lists, in bytes, at its largest.</summary>
    public long PeakBytes { get; internal set; }

    /// <summary>Entries of the open list, at their most.</summary>
    public long PeakOpen { get; internal set; }

    /// <summary>The best estimate of the first heuristic each time it improved.</summary>
    public IReadOnlyList<HeuristicPoint> BestEstimates => points;

    internal void AddPoint(int estimate, long g) => points.Add(new HeuristicPoint(Evaluated, Expanded, estimate, g));

    internal void Add(SearchStatistics other)
    {
        points.AddRange(other.points.Select(point => point with { Evaluated = point.Evaluated + Evaluated, Expanded = point.Expanded + Expanded }));
        Expanded += other.Expanded;
        Evaluated += other.Evaluated;
        Generated += other.Generated;
        Reopened += other.Reopened;
        DeadEnds += other.DeadEnds;
        StatesStored += other.StatesStored;
        PeakBytes = Math.Max(PeakBytes, other.PeakBytes);
        PeakOpen = Math.Max(PeakOpen, other.PeakOpen);
    }
}

/// <summary>A moment at which a search saw a better heuristic value than before.</summary>
/// <param name="Evaluated">States evaluated by then.</param>
/// <param name="Expanded">States expanded by then.</param>
/// <param name="Estimate">The value.</param>
/// <param name="G">The cost of the path to the state that had it.</param>
public readonly record struct HeuristicPoint(long Evaluated, long Expanded, int Estimate, long G);
