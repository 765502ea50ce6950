using System.Runtime.InteropServices;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Grounding.Encoding;

/// <summary>Writes conjunctions of literals as lists of facts in ascending order.</summary>
internal sealed class FactListWriter(VariableLayout layout, int capacity)
{
    private readonly List<int> starts = [0];
    private readonly List<int> items = new(capacity);

    /// <summary>The number of lists written.</summary>
    public int Count => starts.Count - 1;

    /// <summary>The list written last.</summary>
    public ReadOnlySpan<int> Last => this[Count - 1];

    /// <summary>A list.</summary>
    public ReadOnlySpan<int> this[int index] => CollectionsMarshal.AsSpan(items)[starts[index]..starts[index + 1]];

    /// <summary>Writes a conjunction.</summary>
    /// <param name="literals">The conjunction.</param>
    /// <param name="context">Facts that hold anyway and need not be written.</param>
    /// <returns>False if it asks for two values of one variable.</returns>
    public bool Add(ReadOnlySpan<int> literals, ReadOnlySpan<int> context)
    {
        var isPossible = true;
        foreach (var literal in literals)
        {
            isPossible &= AddFact(layout.FactOf(literal), context);
        }

        return Close() && isPossible;
    }

    /// <summary>Writes a conjunction and one atom more.</summary>
    public bool Add(ReadOnlySpan<int> literals, int atom, ReadOnlySpan<int> context)
    {
        var isPossible = AddFact(layout.FactOf(atom), context);
        return Add(literals, context) && isPossible;
    }

    /// <summary>Takes back the last list.</summary>
    public void RemoveLast()
    {
        starts.RemoveAt(starts.Count - 1);
        items.RemoveRange(starts[^1], items.Count - starts[^1]);
    }

    /// <summary>Moves a list to an earlier place; those in between are overwritten later or cut off.</summary>
    public void Move(int from, int to)
    {
        var list = this[from];
        var target = CollectionsMarshal.AsSpan(items)[starts[to]..];
        list.CopyTo(target);
        starts[to + 1] = starts[to] + list.Length;
    }

    /// <summary>Keeps only the first lists.</summary>
    public void Truncate(int count)
    {
        starts.RemoveRange(count + 1, starts.Count - count - 1);
        items.RemoveRange(starts[^1], items.Count - starts[^1]);
    }

    /// <summary>All lists.</summary>
    public IntLists ToLists() => new([.. starts], [.. items]);

    private bool AddFact(int fact, ReadOnlySpan<int> context)
    {
        foreach (var known in context)
        {
            if (layout.VariableOfFact[known] == layout.VariableOfFact[fact])
            {
                return known == fact;
            }
        }

        items.Add(fact);
        return true;
    }

    /// <summary>Sorts the list being written and leaves out repetitions: two literals may share a fact.</summary>
    private bool Close()
    {
        var start = starts[^1];
        var list = CollectionsMarshal.AsSpan(items)[start..];
        var isPossible = true;
        if (list.Length > 1)
        {
            list.Sort();
            var kept = 1;
            for (var i = 1; i < list.Length; i++)
            {
                if (list[i] != list[kept - 1])
                {
                    isPossible &= layout.VariableOfFact[list[i]] != layout.VariableOfFact[list[kept - 1]];
                    list[kept++] = list[i];
                }
            }

            items.RemoveRange(start + kept, list.Length - kept);
        }

        starts.Add(items.Count);
        return isPossible;
    }
}
