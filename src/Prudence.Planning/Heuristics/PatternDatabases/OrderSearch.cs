using Prudence.Budgeting;
using Prudence.Planning.Grounding;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Heuristics.PatternDatabases;

/// <summary>
/// Finds pattern orders that complement each other (Seipp, Keller and Helmert 2017, "Narrowing the gap between saturated and optimal cost
/// partitioning for classical planning"): an order for each of some sample states, greedily by how much a pattern says about that state for what
/// it takes away from the others; orders that improve no sample are dropped.
/// </summary>
internal sealed class OrderSearch
{
    private const int SampleCount = 400;

    private readonly PlanningTask task;
    private readonly IReadOnlyList<AbstractTransitions> spaces;
    private readonly int[] costs;
    private readonly PatternDatabaseOptions options;
    private readonly StopSignal? stop;
    private readonly GoalDistances dijkstra;
    private readonly SaturatedCosts saturation;
    private readonly int[][] full;
    private readonly long[] stolen;
    private readonly List<OrderTables> kept = [];
    private readonly long transitionsPerOrder;

    public OrderSearch(
        PlanningTask task, IReadOnlyList<AbstractTransitions> spaces, int[] costs, PatternDatabaseOptions options, StopSignal? stop)
    {
        this.task = task;
        this.spaces = spaces;
        this.costs = costs;
        this.options = options;
        this.stop = stop;
        dijkstra = new GoalDistances(stop);
        saturation = new SaturatedCosts(task);
        full = new int[spaces.Count][];
        stolen = new long[spaces.Count];
        transitionsPerOrder = spaces.Sum(static space => (long)space.Sources.Length + space.Pattern.StateCount);
    }

    /// <summary>Finds orders; at least one if there are patterns.</summary>
    /// <exception cref="RunStoppedException">The signal was raised.</exception>
    public OrderTables[] Run()
    {
        GrowthGuard.Reserve(stop, spaces.Sum(static space => (long)space.Pattern.StateCount));
        for (var i = 0; i < spaces.Count; i++)
        {
            full[i] = dijkstra.Compute(spaces[i], costs);
            stolen[i] = saturation.Subtract(spaces[i], full[i], (int[])costs.Clone());
        }

        var start = AbstractStates(task.InitialState);
        var first = Tables(OrderFor(start));
        kept.Add(first);
        Diversify(SampleStates.Draw(task, SampleCount, WalkLength(first.Evaluate(start)), stop));
        return [.. kept];
    }

    private int WalkLength(int estimate)
    {
        var average = costs.Length == 0 ? 1.0 : Math.Max(costs.Average(), 0.1);
        return estimate == Heuristic.DeadEnd ? 10 : (int)Math.Clamp(4 * estimate / average, 10, 1000);
    }

    private void Diversify(int[][] samples)
    {
        var states = Array.ConvertAll(samples, AbstractStates);
        var best = Array.ConvertAll(states, state => kept[0].Evaluate(state));
        var work = 0L;
        var entries = kept[0].Entries;
        foreach (var state in states)
        {
            work += transitionsPerOrder;
            if (kept.Count >= options.MaximumOrders || work > options.MaximumTransitions)
            {
                return;
            }

            var tables = Tables(OrderFor(state));
            if (entries + tables.Entries <= 4L * options.MaximumCollectionStates && Improves(tables, states, best))
            {
                kept.Add(tables);
                entries += tables.Entries;
            }
        }
    }

    private static bool Improves(OrderTables tables, int[][] states, int[] best)
    {
        var improves = false;
        for (var i = 0; i < states.Length; i++)
        {
            var value = tables.Evaluate(states[i]);
            improves |= value > best[i];
            best[i] = Math.Max(best[i], value);
        }

        return improves;
    }

    private int[] AbstractStates(int[] values)
    {
        var states = new int[spaces.Count];
        for (var i = 0; i < states.Length; i++)
        {
            states[i] = spaces[i].Pattern.StateOf(values);
        }

        return states;
    }

    private int[] OrderFor(int[] abstractStates)
    {
        var order = Enumerable.Range(0, spaces.Count).ToArray();
        var scores = Array.ConvertAll(order, i => -full[i][abstractStates[i]] / Math.Max(1.0, stolen[i]));
        Array.Sort(scores, order);
        return order;
    }

    private OrderTables Tables(int[] order)
    {
        var remaining = (int[])costs.Clone();
        var (patterns, tables) = (new List<int>(), new List<int[]>());
        foreach (var i in order)
        {
            GrowthGuard.Reserve(stop, spaces[i].Pattern.StateCount);
            var distances = dijkstra.Compute(spaces[i], remaining);
            if (Array.Exists(distances, static distance => distance != 0))
            {
                saturation.Subtract(spaces[i], distances, remaining);
                patterns.Add(i);
                tables.Add(distances);
            }
        }

        return new OrderTables([.. patterns], [.. tables]);
    }
}
