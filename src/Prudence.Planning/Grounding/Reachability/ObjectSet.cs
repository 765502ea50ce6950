namespace Prudence.Planning.Grounding.Reachability;

/// <summary>A set of objects, both as a list and for tests of membership. Immutable, so that parameters of one type share it.</summary>
internal sealed class ObjectSet
{
    private readonly bool[] contains;

    /// <summary>The set of the given objects, which are distinct and ascending.</summary>
    public ObjectSet(int[] objects, int objectCount)
    {
        Objects = objects;
        contains = new bool[objectCount];
        foreach (var item in objects)
        {
            contains[item] = true;
        }
    }

    /// <summary>The members, ascending.</summary>
    public int[] Objects { get; }

    public int Count => Objects.Length;

    public bool Contains(int item) => contains[item];

    /// <summary>The members that are marked.</summary>
    public ObjectSet Where(bool[] isMarked)
    {
        var count = 0;
        foreach (var item in Objects)
        {
            count += isMarked[item] ? 1 : 0;
        }

        if (count == Objects.Length)
        {
            return this;
        }

        var kept = new int[count];
        count = 0;
        foreach (var item in Objects)
        {
            if (isMarked[item])
            {
                kept[count++] = item;
            }
        }

        return new ObjectSet(kept, contains.Length);
    }

    /// <summary>True if every marked object is a member.</summary>
    public bool ContainsAll(bool[] isMarked)
    {
        for (var item = 0; item < contains.Length; item++)
        {
            if (isMarked[item] && !contains[item])
            {
                return false;
            }
        }

        return true;
    }
}
