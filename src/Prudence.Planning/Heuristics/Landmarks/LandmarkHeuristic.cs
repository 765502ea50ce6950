using System.Numerics;
using Prudence.Budgeting;

namespace Prudence.Planning.Heuristics.Landmarks;

/// <summary>
/// The base of heuristics that add up a price for every landmark still to be reached. They depend on the path to a state and are not
/// admissible: one operator may reach several landmarks.
/// </summary>
public abstract class LandmarkHeuristic : Heuristic
{
    private readonly LandmarkStatus status;
    private readonly int[] firstPrices;
    private readonly int[] laterPrices;
    private readonly ulong[] deadEndIfNotPast;
    private readonly ulong[] deadEndIfFuture;
    private readonly bool allPricesAreOne;
    private readonly bool hasCycle;
    private readonly LandmarkAchievers? achievers;

    /// <summary>Binds the heuristic to a landmark graph.</summary>
    /// <param name="graph">The landmarks.</param>
    /// <param name="firstPrices">What it costs at least to make each landmark true for the first time; <see cref="Heuristic.DeadEnd"/> if nothing can.</param>
    /// <param name="laterPrices">What it costs at least to make it true again.</param>
    /// <param name="preferAchievers">Whether to recommend the applicable operators that reach a landmark.</param>
    /// <param name="stop">Whom to ask for memory: two bits per landmark and state.</param>
    private protected LandmarkHeuristic(LandmarkGraph graph, int[] firstPrices, int[] laterPrices, bool preferAchievers, StopSignal? stop)
        : base(graph.Task)
    {
        Graph = graph;
        this.firstPrices = firstPrices;
        this.laterPrices = laterPrices;
        status = new LandmarkStatus(graph, stop);
        deadEndIfNotPast = DeadEnds(firstPrices);
        deadEndIfFuture = DeadEnds(laterPrices);
        allPricesAreOne = Array.TrueForAll(firstPrices, IsOneOrNever) && Array.TrueForAll(laterPrices, IsOneOrNever);
        DeadEndsAreReliable = graph.Task.Axioms.Count == 0;
        hasCycle = DeadEndsAreReliable && graph.HasCycle;
        achievers = preferAchievers ? new LandmarkAchievers(graph) : null;
    }

    /// <summary>The landmarks it counts.</summary>
    public LandmarkGraph Graph { get; }

    /// <inheritdoc/>
    public override bool DeadEndsAreReliable { get; }

    /// <inheritdoc/>
    public override bool IsPathDependent => true;

    /// <inheritdoc/>
    public override void NotifyInitialState(in State state) => status.EnterInitialState(state);

    /// <inheritdoc/>
    public override void NotifyTransition(int parentId, int operatorId, in State state) => status.EnterTransition(parentId, state);

    /// <inheritdoc/>
    public override int Evaluate(in State state, PreferredOperators? preferred)
    {
        status.Load(state.Id);
        if (hasCycle || IsDeadEnd())
        {
            return DeadEnd;
        }

        if (preferred is not null && achievers is not null)
        {
            achievers.AddApplicable(state.Values, status.Future, preferred);
        }

        return allPricesAreOne ? CountFuture() : SumPrices();
    }

    private static bool IsOneOrNever(int price) => price is 1 or DeadEnd;

    private ulong[] DeadEnds(int[] prices)
    {
        var set = new ulong[status.Words];
        for (var landmark = 0; landmark < prices.Length; landmark++)
        {
            if (prices[landmark] == DeadEnd)
            {
                set[landmark >> 6] |= 1UL << landmark;
            }
        }

        return set;
    }

    private bool IsDeadEnd()
    {
        var future = status.Future;
        var notPast = status.NotPast;
        var dead = 0UL;
        for (var word = 0; word < future.Length; word++)
        {
            dead |= (future[word] & deadEndIfFuture[word]) | (notPast[word] & deadEndIfNotPast[word]);
        }

        return dead != 0;
    }

    private int CountFuture()
    {
        var sum = 0;
        foreach (var word in status.Future)
        {
            sum += BitOperations.PopCount(word);
        }

        return sum;
    }

    private int SumPrices()
    {
        var future = status.Future;
        var notPast = status.NotPast;
        var sum = 0L;
        for (var word = 0; word < future.Length; word++)
        {
            for (var bits = future[word]; bits != 0; bits &= bits - 1)
            {
                var bit = BitOperations.TrailingZeroCount(bits);
                var prices = (notPast[word] >> bit & 1) != 0 ? firstPrices : laterPrices;
                sum += prices[(word << 6) + bit];
            }
        }

        return (int)Math.Min(sum, DeadEnd - 1);
    }
}
