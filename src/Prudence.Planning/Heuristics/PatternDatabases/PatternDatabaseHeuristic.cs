using Prudence.Budgeting;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Heuristics.PatternDatabases;

/// <summary>
/// Goal distances in projections (Culberson and Schaeffer 1998, "Pattern databases"; Edelkamp 2001, "Planning with pattern databases") to all
/// interesting patterns up to a size (Pommerening, Röger and Helmert 2013), which share operator costs by saturated cost partitioning over several
/// orders (Seipp, Keller and Helmert 2017); the largest of the orders' sums counts. Admissible and consistent where operators count what they cost,
/// also with conditional effects; derived variables are refused.
/// </summary>
public sealed class PatternDatabaseHeuristic : Heuristic
{
    private const int TransitionsPerState = 16;

    private readonly Pattern[] patterns;
    private readonly OrderTables[] orders;
    private readonly int[] abstractStates;

    /// <summary>Computes the tables for a task.</summary>
    /// <param name="task">The task.</param>
    /// <param name="costType">How operators are counted.</param>
    /// <param name="options">How much to prepare; the defaults if null.</param>
    /// <param name="stop">Ends the preparation early.</param>
    /// <exception cref="UnsupportedTaskFeatureException">The task has derived predicates.</exception>
    /// <exception cref="RunStoppedException"><paramref name="stop"/> was raised.</exception>
    public PatternDatabaseHeuristic(
        PlanningTask task, OperatorCostType costType = OperatorCostType.Normal, PatternDatabaseOptions? options = null, StopSignal? stop = null)
        : base(task)
    {
        if (Array.Exists(task.Variables, static variable => variable.IsDerived))
        {
            throw new UnsupportedTaskFeatureException("pdb", "derived predicates");
        }

        options ??= new PatternDatabaseOptions();
        IsAdmissible = costType == OperatorCostType.Normal;
        var spaces = Spaces(task, options, stop);
        patterns = [.. spaces.Select(static space => space.Pattern)];
        abstractStates = new int[patterns.Length];
        orders = new OrderSearch(task, spaces, OperatorCosts.Adjust(task, costType), options, stop).Run();
    }

    /// <inheritdoc/>
    public override bool IsAdmissible { get; }

    /// <summary>The number of patterns.</summary>
    public int PatternCount => patterns.Length;

    /// <summary>The number of pattern orders.</summary>
    public int OrderCount => orders.Length;

    /// <inheritdoc/>
    public override int Evaluate(in State state, PreferredOperators? preferred)
    {
        for (var i = 0; i < patterns.Length; i++)
        {
            abstractStates[i] = patterns[i].StateOf(state.Values);
        }

        var best = 0;
        foreach (var order in orders)
        {
            best = Math.Max(best, order.Evaluate(abstractStates));
        }

        return best;
    }

    private static List<AbstractTransitions> Spaces(PlanningTask task, PatternDatabaseOptions options, StopSignal? stop)
    {
        var projection = new Projection(task, stop);
        var spaces = new List<AbstractTransitions>();
        var left = (long)TransitionsPerState * options.MaximumCollectionStates;
        foreach (var pattern in InterestingPatterns.Find(task, options, stop))
        {
            if (projection.Project(pattern, (int)Math.Min(left, int.MaxValue / 4)) is { } space)
            {
                spaces.Add(space);
                left -= space.Sources.Length;
            }
        }

        return spaces;
    }
}
