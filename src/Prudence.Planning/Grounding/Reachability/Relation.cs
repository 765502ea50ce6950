using Prudence.Budgeting;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Grounding.Reachability;

/// <summary>
/// The tuples of one predicate, or the instances of one schema, that are known to be reachable. Tuples are first only listed; a tuple
/// takes part in joins from the moment it is activated, which happens in the order of listing.
/// </summary>
internal sealed class Relation
{
    private readonly List<TupleIndex> indexes = [];
    private readonly int objectCount;
    private readonly int[] distinct;

    /// <summary>Makes an empty relation.</summary>
    /// <param name="arity">The length of its tuples.</param>
    /// <param name="isStatic">True if all its tuples are listed before any join.</param>
    /// <param name="isSet">False if the rules never produce a tuple twice, so that none need be looked for.</param>
    /// <param name="objectCount">The number of objects of the task.</param>
    /// <param name="stop">Asked before the tables grow.</param>
    public Relation(int arity, bool isStatic, bool isSet, int objectCount, StopSignal? stop = null)
    {
        this.objectCount = objectCount;
        IsStatic = isStatic;
        IsSet = isSet;
        Tuples = new TupleSet(arity, stop);
        ColumnObjects = new bool[arity][];
        distinct = new int[arity];
        for (var i = 0; i < arity; i++)
        {
            ColumnObjects[i] = new bool[objectCount];
        }
    }

    public TupleSet Tuples { get; }

    /// <summary>True for a predicate that nothing changes: what is listed holds for ever.</summary>
    public bool IsStatic { get; }

    /// <summary>True if no tuple will be added any more.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>False if its rules never produce a tuple twice.</summary>
    public bool IsSet { get; }

    /// <summary>The number of tuples that take part in joins: the first ones of <see cref="Tuples"/>.</summary>
    public int Active { get; private set; }

    /// <summary>For each position, a superset of the objects that can ever stand there.</summary>
    public bool[][] ColumnObjects { get; }

    /// <summary>The joins that a new tuple starts.</summary>
    public List<JoinPlan> Triggers { get; } = [];

    /// <summary>True if activating tuples has any effect.</summary>
    public bool IsUsed => Triggers.Count > 0 || indexes.Count > 0 || IsScanned;

    /// <summary>True if some join runs over all tuples or looks for whole tuples.</summary>
    public bool IsScanned { get; set; }

    /// <summary>Lists a tuple; false if it is listed already.</summary>
    public bool Add(ReadOnlySpan<int> tuple)
    {
        if (IsSet)
        {
            return Tuples.TryAdd(tuple, out _);
        }

        Tuples.Append(tuple);
        return true;
    }

    /// <summary>Makes the next listed tuple take part in joins and returns its number.</summary>
    public int Activate()
    {
        var id = Active++;
        foreach (var index in indexes)
        {
            index.Add(id);
        }

        return id;
    }

    /// <summary>Makes all listed tuples take part in joins without starting any, and expects no more.</summary>
    public void Complete()
    {
        IsComplete = true;
        Array.Clear(distinct);
        while (Active < Tuples.Count)
        {
            Activate();
        }
    }

    /// <summary>The index on some positions, made now if there is none.</summary>
    public TupleIndex IndexOn(int[] positions)
    {
        foreach (var index in indexes)
        {
            if (IntSequences.AreEqual(index.Positions, positions))
            {
                return index;
            }
        }

        var added = new TupleIndex(Tuples, positions, objectCount);
        for (var id = 0; id < Active; id++)
        {
            added.Add(id);
        }

        indexes.Add(added);
        return added;
    }

    /// <summary>True if <paramref name="tuple"/> takes part in joins and is not the excluded one.</summary>
    public bool Contains(ReadOnlySpan<int> tuple, int excluded)
    {
        var id = Tuples.Find(tuple);
        return id >= 0 && id < Active && id != excluded;
    }

    /// <summary>
    /// Roughly how many tuples match one value at each of the given positions: exact counts of a complete relation, taken as independent;
    /// for others an upper bound from the objects that can stand at each position.
    /// </summary>
    public double EstimateMatches(ReadOnlySpan<int> boundPositions)
    {
        double matches = IsComplete ? Tuples.Count : 1;
        if (IsComplete)
        {
            foreach (var position in boundPositions)
            {
                matches /= Math.Max(1, Distinct(position));
            }

            return matches;
        }

        for (var position = 0; position < Tuples.Arity; position++)
        {
            if (!IntSequences.Contains(boundPositions, position))
            {
                matches *= Math.Max(1, Distinct(position));
            }
        }

        return matches;
    }

    private int Distinct(int position)
    {
        if (distinct[position] == 0)
        {
            foreach (var isPresent in ColumnObjects[position])
            {
                distinct[position] += isPresent ? 1 : 0;
            }
        }

        return distinct[position];
    }
}
