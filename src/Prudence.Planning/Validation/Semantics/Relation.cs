namespace Prudence.Planning.Validation.Semantics;

/// <summary>
/// A predicate and the atoms of it that hold. For every place and object the atoms that hold with that object in that place
/// are linked in a list, so that a condition finds its candidates without looking at others.
/// </summary>
internal sealed class Relation : TupleTable
{
    private readonly int[][] first;
    private readonly int[][] counts;
    private readonly int[][] next;
    private readonly int[][] previous;
    private int[] places;
    private int[] members;
    private int[] changedAt;
    private int[] markedAt;

    public Relation(string name, int width, int objects)
        : base(name, width)
    {
        (first, counts, next, previous) = (new int[width][], new int[width][], new int[width][], new int[width][]);
        for (var place = 0; place < width; place++)
        {
            first[place] = new int[objects];
            Array.Fill(first[place], -1);
            counts[place] = new int[objects];
            next[place] = new int[Capacity];
            previous[place] = new int[Capacity];
        }

        members = new int[Capacity];
        changedAt = new int[Capacity];
        markedAt = new int[Capacity];
        places = new int[Capacity];
        Array.Fill(places, -1);
    }

    /// <summary>The number of the layer of rules that derives the predicate; -1 if it is not derived.</summary>
    public int Layer { get; set; } = -1;

    public bool IsDerived => Layer >= 0;

    /// <summary>The first layer of rules whose atoms may change when this predicate's do.</summary>
    public int FirstDependentLayer { get; set; } = int.MaxValue;

    /// <summary>How many atoms hold.</summary>
    public int Count { get; private set; }

    /// <summary>The row of the n-th atom that holds. The order changes when atoms cease to hold.</summary>
    public int Member(int n) => members[n];

    public bool Holds(int row) => places[row] >= 0;

    public bool Contains(ReadOnlySpan<int> tuple) => Find(tuple) is >= 0 and var row && Holds(row);

    /// <summary>The step that last made the atom true or false; 0 if none did.</summary>
    public int ChangedAt(int row) => changedAt[row];

    /// <summary>Notes that a step adds the atom, so that the step's deletes leave it alone.</summary>
    public void Mark(int row, int step) => markedAt[row] = step;

    public bool IsMarked(int row, int step) => markedAt[row] == step;

    /// <summary>How many atoms hold with an object in a place.</summary>
    public int CountAt(int place, int item) => counts[place][item];

    /// <summary>The row of the first such atom; -1 if there is none.</summary>
    public int FirstAt(int place, int item) => first[place][item];

    /// <summary>The row of the next such atom; -1 if there is none.</summary>
    public int NextAt(int place, int row) => next[place][row];

    /// <summary>Makes an atom true at a step; false if it was true already.</summary>
    public bool Insert(int row, int step)
    {
        if (Holds(row))
        {
            return false;
        }

        changedAt[row] = step;
        places[row] = Count;
        members[Count++] = row;
        var tuple = Tuple(row);
        for (var place = 0; place < tuple.Length; place++)
        {
            var head = first[place][tuple[place]];
            (next[place][row], previous[place][row]) = (head, -1);
            if (head >= 0)
            {
                previous[place][head] = row;
            }

            first[place][tuple[place]] = row;
            counts[place][tuple[place]]++;
        }

        return true;
    }

    /// <summary>Makes an atom false at a step; false if it was false already.</summary>
    public bool Remove(int row, int step)
    {
        if (!Holds(row))
        {
            return false;
        }

        changedAt[row] = step;
        var last = members[--Count];
        members[places[row]] = last;
        places[last] = places[row];
        places[row] = -1;
        var tuple = Tuple(row);
        for (var place = 0; place < tuple.Length; place++)
        {
            Unlink(place, tuple[place], row);
        }

        return true;
    }

    public void Clear()
    {
        while (Count > 0)
        {
            Remove(members[Count - 1], 0);
        }
    }

    protected override void Grow()
    {
        base.Grow();
        var old = places.Length;
        Array.Resize(ref members, Capacity);
        Array.Resize(ref changedAt, Capacity);
        Array.Resize(ref markedAt, Capacity);
        Array.Resize(ref places, Capacity);
        Array.Fill(places, -1, old, Capacity - old);
        for (var place = 0; place < Width; place++)
        {
            Array.Resize(ref next[place], Capacity);
            Array.Resize(ref previous[place], Capacity);
        }
    }

    private void Unlink(int place, int item, int row)
    {
        var (before, after) = (previous[place][row], next[place][row]);
        if (before >= 0)
        {
            next[place][before] = after;
        }
        else
        {
            first[place][item] = after;
        }

        if (after >= 0)
        {
            previous[place][after] = before;
        }

        counts[place][item]--;
    }
}
