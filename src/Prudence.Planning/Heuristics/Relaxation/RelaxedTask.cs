using Prudence.Budgeting;
using Prudence.Planning.Grounding;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Heuristics.Relaxation;

/// <summary>A unary operator as hot loops see it: the fact it makes true, and its cost.</summary>
internal struct Achiever
{
    public int Fact;
    public int Cost;
}

/// <summary>
/// The unary operators of a task as flat tables made for forward exploration. Only relevant facts are numbered, goals first; number
/// <see cref="FactCount"/> stands for all others.
/// </summary>
internal sealed class RelaxedTask
{
    private RelaxedTask(PlanningTask task, UnaryOperators unary)
    {
        GoalCount = task.Goal.Length;
        var numbers = NumberFacts(task, unary, out var factCount);
        FactCount = factCount;
        FactNumbers = new PinnedArray<int>(numbers);
        var isUsed = new bool[unary.PreconditionSets.Count];
        for (var set = 0; set < isUsed.Length; set++)
        {
            isUsed[set] = unary.Starts[set] < unary.Starts[set + 1];
        }

        Conjunctions = new ConjunctionTable(unary.PreconditionSets, isUsed, numbers, factCount);
        AchieverStarts = new PinnedArray<int>(Conjunctions.Count + 1);
        Achievers = new PinnedArray<Achiever>(unary.Count);
        OperatorIds = new int[unary.Count];
        ConjunctionOfAchiever = new int[unary.Count];
        PlaceAchievers(unary, numbers);
    }

    /// <summary>The number of relevant facts.</summary>
    public int FactCount { get; }

    /// <summary>The number of goals, which are the first facts.</summary>
    public int GoalCount { get; }

    /// <summary>The relevant fact of each fact of the task.</summary>
    public PinnedArray<int> FactNumbers { get; }

    /// <summary>The distinct sets of preconditions.</summary>
    public ConjunctionTable Conjunctions { get; }

    /// <summary>Where the achievers of each conjunction begin; one more entry than there are conjunctions.</summary>
    public PinnedArray<int> AchieverStarts { get; }

    /// <summary>The operators, conjunction after conjunction.</summary>
    public PinnedArray<Achiever> Achievers { get; }

    /// <summary>The task's operator behind each achiever; -1 for a rule.</summary>
    public int[] OperatorIds { get; }

    /// <summary>The conjunction of each achiever.</summary>
    public int[] ConjunctionOfAchiever { get; }

    /// <summary>Relaxes a task and lays it out.</summary>
    /// <exception cref="RunStoppedException"><paramref name="stop"/> was raised.</exception>
    public static RelaxedTask Build(PlanningTask task, int[] operatorCosts, StopSignal? stop) =>
        new(task, UnaryOperatorBuilder.Build(task, operatorCosts, stop));

    /// <summary>The preconditions of an achiever.</summary>
    public ReadOnlySpan<int> PreconditionsOf(int achiever) => Conjunctions[ConjunctionOfAchiever[achiever]];

    private static int[] NumberFacts(PlanningTask task, UnaryOperators unary, out int factCount)
    {
        var numbers = new int[task.FactCount];
        Array.Fill(numbers, -1);
        factCount = 0;
        foreach (var fact in task.Goal)
        {
            numbers[fact] = factCount++;
        }

        var isRelevant = new bool[task.FactCount];
        for (var set = 0; set < unary.PreconditionSets.Count; set++)
        {
            foreach (var fact in unary.Starts[set] < unary.Starts[set + 1] ? unary.PreconditionSets[set] : [])
            {
                isRelevant[fact] = true;
            }
        }

        for (var fact = 0; fact < numbers.Length; fact++)
        {
            if (isRelevant[fact] && numbers[fact] < 0)
            {
                numbers[fact] = factCount++;
            }
        }

        var others = factCount;
        return Array.ConvertAll(numbers, number => number < 0 ? others : number);
    }

    private void PlaceAchievers(UnaryOperators unary, int[] numbers)
    {
        var position = 0;
        for (var c = 0; c < Conjunctions.Count; c++)
        {
            if (c <= FactCount)
            {
                Conjunctions.Lists.Span[c].Own = position;
            }

            var set = Conjunctions.Sources[c];
            for (var u = set < 0 ? 0 : unary.Starts[set]; set >= 0 && u < unary.Starts[set + 1]; u++)
            {
                Achievers.Span[position] = new Achiever { Fact = numbers[unary.Effects[u]], Cost = unary.Costs[u] };
                OperatorIds[position] = unary.OperatorIds[u];
                ConjunctionOfAchiever[position++] = c;
            }

            AchieverStarts.Span[c + 1] = position;
        }

        Conjunctions.Lists.Span[FactCount].Own = AchieverStarts.Span[FactCount];
        Conjunctions.Lists.Span[FactCount + 1].Own = AchieverStarts.Span[FactCount];
    }
}
