using Prudence.Planning.Grounding;

namespace Prudence.Planning.Heuristics.Relaxation;

/// <summary>That a fact and one other together are a conjunction.</summary>
internal struct Pair
{
    public int Other;
    public int Conjunction;
}

/// <summary>Where the lists of what a fact takes part in begin; each ends where that of the next fact begins.</summary>
internal struct FactLists
{
    /// <summary>First operator that needs only this fact.</summary>
    public int Own;

    /// <summary>First of the <see cref="ConjunctionTable.Pairs"/>.</summary>
    public int Pairs;

    /// <summary>First of the <see cref="ConjunctionTable.LargeConjunctions"/>.</summary>
    public int LargeConjunctions;
}

/// <summary>
/// The distinct precondition sets of a relaxed task, made for forward exploration. They come in four kinds: the single fact <c>f</c> is
/// conjunction <c>f</c>, then pairs, then larger ones, and last the empty one. Single facts need no counter, pairs can ask for their other
/// half, larger ones count down. All operators with the same preconditions share one conjunction.
/// </summary>
internal sealed class ConjunctionTable
{
    private const int LargestSize = ushort.MaxValue;

    private readonly int factCount;
    private readonly FactSets sets;
    private readonly int[] factNumbers;

    /// <summary>Lays out the used ones among some fact sets.</summary>
    /// <param name="sets">Sets over the facts of the task.</param>
    /// <param name="isUsed">Which of them matter.</param>
    /// <param name="factNumbers">The number here of every fact of the task; one that is in a used set has a number below <paramref name="factCount"/>.</param>
    /// <param name="factCount">The number of facts here.</param>
    public ConjunctionTable(FactSets sets, bool[] isUsed, int[] factNumbers, int factCount)
    {
        this.sets = sets;
        this.factNumbers = factNumbers;
        this.factCount = factCount;
        Sources = OrderSets(isUsed);
        Starts = new PinnedArray<int>(Sources.Length + 1);
        var facts = new IntBuffer();
        for (var c = 0; c < Sources.Length; c++)
        {
            AddFacts(Sources[c], facts);
            Starts.Span[c + 1] = facts.Count;
        }

        Facts = new PinnedArray<int>(facts.Span);
        Lists = CountLists();
        Pairs = new PinnedArray<Pair>(Lists.Span[^1].Pairs);
        LargeConjunctions = new PinnedArray<int>(Lists.Span[^1].LargeConjunctions);
        FillLists();
        LargeSizes = new PinnedArray<ushort>(Empty - FirstLarge);
        for (var large = 0; large < LargeSizes.Length; large++)
        {
            LargeSizes.Span[large] = (ushort)this[FirstLarge + large].Length;
        }
    }

    /// <summary>The set of each conjunction; -1 for a single fact or the empty set where no operator needs just that.</summary>
    public int[] Sources { get; }

    /// <summary>The number of conjunctions.</summary>
    public int Count => Sources.Length;

    /// <summary>The number of the first conjunction of more than two facts.</summary>
    public int FirstLarge { get; private set; }

    /// <summary>The number of the empty conjunction, the last one.</summary>
    public int Empty => Sources.Length - 1;

    /// <summary>What each fact takes part in; two more entries than there are facts, for facts that do not matter and as an end.</summary>
    public PinnedArray<FactLists> Lists { get; }

    /// <summary>The pairs of each fact.</summary>
    public PinnedArray<Pair> Pairs { get; }

    /// <summary>The larger conjunctions each fact is in, counted from <see cref="FirstLarge"/>.</summary>
    public PinnedArray<int> LargeConjunctions { get; }

    /// <summary>The size of each larger conjunction.</summary>
    public PinnedArray<ushort> LargeSizes { get; }

    /// <summary>Where the facts of each conjunction begin.</summary>
    public PinnedArray<int> Starts { get; }

    /// <summary>The facts of all conjunctions.</summary>
    public PinnedArray<int> Facts { get; }

    /// <summary>The facts of a conjunction.</summary>
    public ReadOnlySpan<int> this[int conjunction] => Facts.Span[Starts.Span[conjunction]..Starts.Span[conjunction + 1]];

    private int[] OrderSets(bool[] isUsed)
    {
        var order = new IntBuffer();
        var single = new int[factCount];
        Array.Fill(single, -1);
        IntBuffer pairs = new(), large = new();
        var empty = -1;
        for (var set = 0; set < sets.Count; set++)
        {
            if (isUsed[set])
            {
                switch (sets.Size(set))
                {
                    case 0:
                        empty = set;
                        break;
                    case 1:
                        single[factNumbers[sets[set][0]]] = set;
                        break;
                    case 2:
                        pairs.Add(set);
                        break;
                    default:
                        large.Add(set);
                        break;
                }
            }
        }

        order.AddRange(single);
        order.AddRange(pairs.Span);
        FirstLarge = order.Count;
        order.AddRange(large.Span);
        order.Add(empty);
        return order.ToArray();
    }

    private void AddFacts(int source, IntBuffer facts)
    {
        var count = 0;
        foreach (var fact in source < 0 ? [] : sets[source])
        {
            // Leaving out preconditions only relaxes further; no real operator has nearly as many.
            if (count++ < LargestSize)
            {
                facts.Add(factNumbers[fact]);
            }
        }
    }

    private PinnedArray<FactLists> CountLists()
    {
        var lists = new PinnedArray<FactLists>(factCount + 2);
        for (var c = factCount; c < Empty; c++)
        {
            foreach (var fact in this[c])
            {
                _ = c < FirstLarge ? lists.Span[fact + 1].Pairs++ : lists.Span[fact + 1].LargeConjunctions++;
            }
        }

        for (var fact = 0; fact <= factCount; fact++)
        {
            lists.Span[fact + 1].Pairs += lists.Span[fact].Pairs;
            lists.Span[fact + 1].LargeConjunctions += lists.Span[fact].LargeConjunctions;
        }

        return lists;
    }

    private void FillLists()
    {
        var nextPair = new int[factCount];
        var nextLarge = new int[factCount];
        for (var fact = 0; fact < factCount; fact++)
        {
            nextPair[fact] = Lists.Span[fact].Pairs;
            nextLarge[fact] = Lists.Span[fact].LargeConjunctions;
        }

        for (var c = factCount; c < FirstLarge; c++)
        {
            var both = this[c];
            Pairs.Span[nextPair[both[0]]++] = new Pair { Other = both[1], Conjunction = c };
            Pairs.Span[nextPair[both[1]]++] = new Pair { Other = both[0], Conjunction = c };
        }

        for (var c = FirstLarge; c < Empty; c++)
        {
            foreach (var fact in this[c])
            {
                LargeConjunctions.Span[nextLarge[fact]++] = c - FirstLarge;
            }
        }
    }
}
