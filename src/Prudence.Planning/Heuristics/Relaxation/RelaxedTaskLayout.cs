using Prudence.Budgeting;
using Prudence.Planning.Grounding;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Heuristics.Relaxation;

/// <summary>Lays unary operators out as a <see cref="RelaxedTask"/>.</summary>
internal sealed class RelaxedTaskLayout
{
    private const int LargestCountedSet = ushort.MaxValue;

    private readonly PlanningTask task;
    private readonly UnaryOperators unary;
    private readonly int[] factNumbers;
    private int factCount;
    private readonly IntBuffer order = new();
    private int firstLargeSet;
    private int emptySet;

    private RelaxedTaskLayout(PlanningTask task, UnaryOperators unary)
    {
        this.task = task;
        this.unary = unary;
        factNumbers = new int[task.FactCount];
    }

    /// <summary>Relaxes a task and lays it out.</summary>
    /// <exception cref="RunStoppedException"><paramref name="stop"/> was raised.</exception>
    public static RelaxedTask Build(PlanningTask task, int[] operatorCosts, StopSignal? stop)
    {
        var layout = new RelaxedTaskLayout(task, UnaryOperatorBuilder.Build(task, operatorCosts, stop));
        layout.NumberFacts();
        layout.OrderSets();
        return layout.Build();
    }

    private void NumberFacts()
    {
        var isRelevant = new bool[task.FactCount];
        for (var set = 0; set < unary.PreconditionSets.Count; set++)
        {
            if (unary.Starts[set] < unary.Starts[set + 1])
            {
                foreach (var fact in unary.PreconditionSets[set])
                {
                    isRelevant[fact] = true;
                }
            }
        }

        foreach (var fact in task.Goal)
        {
            isRelevant[fact] = false;
            factNumbers[fact] = factCount++;
        }

        var goals = task.Goal.ToHashSet();
        for (var fact = 0; fact < task.FactCount; fact++)
        {
            if (isRelevant[fact])
            {
                factNumbers[fact] = factCount++;
            }
        }

        for (var fact = 0; fact < task.FactCount; fact++)
        {
            if (!isRelevant[fact] && !goals.Contains(fact))
            {
                factNumbers[fact] = factCount;
            }
        }
    }

    /// <summary>Lists the sets of <see cref="unary"/> in the order of the layout; -1 for a single fact without operators.</summary>
    private void OrderSets()
    {
        var single = new int[factCount];
        Array.Fill(single, -1);
        IntBuffer pairs = new(), large = new();
        var empty = -1;
        for (var set = 0; set < unary.PreconditionSets.Count; set++)
        {
            if (unary.Starts[set] == unary.Starts[set + 1])
            {
                continue;
            }

            switch (unary.PreconditionSets.Size(set))
            {
                case 0:
                    empty = set;
                    break;
                case 1:
                    single[factNumbers[unary.PreconditionSets[set][0]]] = set;
                    break;
                case 2:
                    pairs.Add(set);
                    break;
                default:
                    large.Add(set);
                    break;
            }
        }

        order.AddRange(single);
        order.AddRange(pairs.Span);
        firstLargeSet = order.Count;
        order.AddRange(large.Span);
        emptySet = order.Count;
        order.Add(empty);
    }

    private RelaxedTask Build()
    {
        var achieverStarts = new int[order.Count + 1];
        var preconditionStarts = new int[order.Count + 1];
        IntBuffer operatorIds = new(unary.Count), setOf = new(unary.Count), preconditions = new();
        var achievers = new PinnedArray<Achiever>(unary.Count);
        for (var set = 0; set < order.Count; set++)
        {
            var source = order[set];
            for (var u = source < 0 ? 0 : unary.Starts[source]; source >= 0 && u < unary.Starts[source + 1]; u++)
            {
                achievers.Span[setOf.Count] = new Achiever { Fact = factNumbers[unary.Effects[u]], Cost = unary.Costs[u] };
                operatorIds.Add(unary.OperatorIds[u]);
                setOf.Add(set);
            }

            AddPreconditions(source, preconditions);
            achieverStarts[set + 1] = setOf.Count;
            preconditionStarts[set + 1] = preconditions.Count;
        }

        return WithLists(new SetTable(achieverStarts, preconditionStarts, preconditions.ToArray()), achievers, operatorIds, setOf);
    }

    private void AddPreconditions(int source, IntBuffer preconditions)
    {
        var count = 0;
        foreach (var fact in source < 0 ? [] : unary.PreconditionSets[source])
        {
            // Leaving out preconditions only relaxes further; no real operator comes near.
            if (count++ < LargestCountedSet)
            {
                preconditions.Add(factNumbers[fact]);
            }
        }
    }

    private RelaxedTask WithLists(SetTable table, PinnedArray<Achiever> achievers, IntBuffer operatorIds, IntBuffer setOf)
    {
        var facts = new PinnedArray<FactLists>(factCount + 2);
        for (var set = factCount; set < emptySet; set++)
        {
            foreach (var fact in table.Of(set))
            {
                _ = set < firstLargeSet ? facts.Span[fact + 1].Pairs++ : facts.Span[fact + 1].LargeSets++;
            }
        }

        for (var fact = 0; fact <= factCount; fact++)
        {
            facts.Span[fact + 1].Pairs += facts.Span[fact].Pairs;
            facts.Span[fact + 1].LargeSets += facts.Span[fact].LargeSets;
            facts.Span[fact].Achievers = table.AchieverStarts[Math.Min(fact, factCount)];
        }

        facts.Span[factCount + 1].Achievers = facts.Span[factCount].Achievers;
        var pairs = new PinnedArray<Pair>(facts.Span[factCount + 1].Pairs);
        var largeSets = new PinnedArray<int>(facts.Span[factCount + 1].LargeSets);
        FillLists(table, facts, pairs, largeSets);
        var largeStarts = new PinnedArray<int>(table.PreconditionStarts.AsSpan(firstLargeSet, emptySet - firstLargeSet + 1));
        var sizes = new PinnedArray<ushort>(emptySet - firstLargeSet);
        for (var large = 0; large < sizes.Length; large++)
        {
            sizes.Span[large] = (ushort)(largeStarts.Span[large + 1] - largeStarts.Span[large]);
        }

        return new RelaxedTask
        {
            FactCount = factCount,
            GoalCount = task.Goal.Length,
            FactNumbers = new PinnedArray<int>(factNumbers),
            Facts = facts,
            Pairs = pairs,
            LargeSets = largeSets,
            FirstLargeSet = firstLargeSet,
            EmptySet = emptySet,
            LargeSetSizes = sizes,
            LargeSetStarts = largeStarts,
            LargeSetFacts = new PinnedArray<int>(table.Preconditions),
            AchieverStarts = new PinnedArray<int>(table.AchieverStarts),
            Achievers = achievers,
            OperatorIds = operatorIds.ToArray(),
            PreconditionStarts = table.PreconditionStarts,
            Preconditions = table.Preconditions,
            SetOfAchiever = setOf.ToArray(),
        };
    }

    private void FillLists(SetTable table, PinnedArray<FactLists> facts, PinnedArray<Pair> pairs, PinnedArray<int> largeSets)
    {
        var nextPair = new int[factCount];
        var nextLarge = new int[factCount];
        for (var fact = 0; fact < factCount; fact++)
        {
            nextPair[fact] = facts.Span[fact].Pairs;
            nextLarge[fact] = facts.Span[fact].LargeSets;
        }

        for (var set = factCount; set < firstLargeSet; set++)
        {
            var both = table.Of(set);
            pairs.Span[nextPair[both[0]]++] = new Pair { Other = both[1], Set = set };
            pairs.Span[nextPair[both[1]]++] = new Pair { Other = both[0], Set = set };
        }

        for (var set = firstLargeSet; set < emptySet; set++)
        {
            foreach (var fact in table.Of(set))
            {
                largeSets.Span[nextLarge[fact]++] = set - firstLargeSet;
            }
        }
    }

    private sealed record SetTable(int[] AchieverStarts, int[] PreconditionStarts, int[] Preconditions)
    {
        public ReadOnlySpan<int> Of(int set) =>
            Preconditions.AsSpan(PreconditionStarts[set], PreconditionStarts[set + 1] - PreconditionStarts[set]);
    }
}
