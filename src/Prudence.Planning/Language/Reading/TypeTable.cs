using System.Collections;
using System.Collections.Immutable;

namespace Prudence.Planning.Language.Reading;

/// <summary>The types of a domain, and which of them are part of which.</summary>
internal sealed class TypeTable
{
    /// <summary>The closure of the hierarchy is a table of bits; larger hierarchies than this are not met outside of broken files.</summary>
    internal const int MaximumTypes = 10_000;

    /// <summary>Stands for a type that was reported as wrong: nothing more is to be said about what has it.</summary>
    internal const string Unreadable = "";

    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<PddlType> types = [];
    private readonly HashSet<string> guessed = new(StringComparer.Ordinal) { Unreadable };
    private readonly Dictionary<string, TypeReference> references = new(StringComparer.Ordinal) { ["object"] = TypeReference.Object };
    private BitArray[] ancestors = [];
    private BitArray[] descendants = [];

    /// <summary>True if the declaration could not be read in full, so that an unknown type may be a consequence of that.</summary>
    public bool IsIncomplete { get; set; }

    public int Count => types.Count;

    /// <summary>The types that are declared, not only used.</summary>
    public IEnumerable<string> Declared => numbers.Keys.Where(n => !guessed.Contains(n));

    /// <summary>True if the type was used but not declared: what is below or above it is not known.</summary>
    public bool IsGuessed(string name) => guessed.Contains(name);


    public bool Contains(string name) => numbers.ContainsKey(name);

    /// <summary>The one reference to a single type, so that equal references are mostly the same.</summary>
    public TypeReference ReferenceTo(string name)
    {
        if (!references.TryGetValue(name, out var reference))
        {
            references.Add(name, reference = new TypeReference([name]));
        }

        return reference;
    }

    /// <summary>Makes a reference, if it is to a single type, the one reference to this type.</summary>
    public void Adopt(TypeReference reference)
    {
        if (reference.Alternatives is [var name])
        {
            references.TryAdd(name, reference);
        }
    }

    public PddlType this[string name]
    {
        get => types[numbers[name]];
        set => types[numbers[name]] = value;
    }

    public void Add(PddlType type)
    {
        numbers.Add(type.Name, types.Count);
        if (type.IsGuessed)
        {
            guessed.Add(type.Name);
        }

        types.Add(type);
    }

    public ImmutableArray<PddlType> ToImmutable() => [.. types];

    /// <summary>Works out the hierarchy; a type on a cycle is put under <c>object</c> and returned.</summary>
    public PddlType? Close()
    {
        var count = types.Count;
        var open = new int[count];
        var children = new List<int>[count];
        for (var i = 0; i < count; i++)
        {
            children[i] = [];
        }

        for (var i = 0; i < count; i++)
        {
            foreach (var parent in types[i].Parents)
            {
                children[numbers[parent]].Add(i);
                open[i]++;
            }
        }

        var order = new List<int>(count);
        for (var i = 0; i < count; i++)
        {
            if (open[i] == 0)
            {
                order.Add(i);
            }
        }

        for (var next = 0; next < order.Count; next++)
        {
            foreach (var child in children[order[next]])
            {
                if (--open[child] == 0)
                {
                    order.Add(child);
                }
            }
        }

        if (order.Count < count)
        {
            return BreakCycles(open);
        }

        Propagate(order, children);
        return null;
    }

    /// <summary>True if everything of the first type is of the second.</summary>
    /// <remarks>A type added after the hierarchy was worked out stands below <c>object</c> alone.</remarks>
    public bool IsSubtype(string type, string ancestor)
    {
        var low = numbers[type];
        var high = numbers[ancestor];
        return low == high || (low < ancestors.Length && high < ancestors.Length ? ancestors[low][high] : ancestor == "object");
    }

    /// <summary>True if everything of the first type is of the second.</summary>
    public bool IsSubtype(TypeReference type, TypeReference ancestor)
    {
        foreach (var alternative in type.Alternatives)
        {
            if (!IsCovered(alternative, ancestor))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsCovered(string type, TypeReference ancestor)
    {
        if (guessed.Contains(type))
        {
            return true;
        }

        foreach (var alternative in ancestor.Alternatives)
        {
            if (guessed.Contains(alternative) || IsSubtype(type, alternative))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True if something can be of both types.</summary>
    public bool Overlap(TypeReference left, TypeReference right) => left.Alternatives.Any(l => right.Alternatives.Any(r => Overlap(l, r)));

    private bool Overlap(string left, string right)
    {
        if (guessed.Contains(left) || guessed.Contains(right) || IsSubtype(left, right) || IsSubtype(right, left))
        {
            return true;
        }

        if (numbers[left] >= descendants.Length || numbers[right] >= descendants.Length)
        {
            return false;
        }

        var both = new BitArray(descendants[numbers[left]]);
        return both.And(descendants[numbers[right]]).HasAnySet();
    }

    private PddlType BreakCycles(int[] open)
    {
        PddlType? first = null;
        for (var i = 0; i < open.Length; i++)
        {
            if (open[i] > 0)
            {
                first ??= types[i];
                types[i] = types[i] with { Parents = types[i].Name == "object" ? [] : ["object"] };
            }
        }

        Close();
        return first!;
    }

    private void Propagate(List<int> order, List<int>[] children)
    {
        ancestors = new BitArray[types.Count];
        descendants = new BitArray[types.Count];
        var top = numbers["object"];
        foreach (var type in order)
        {
            var set = ancestors[type] = new BitArray(types.Count);
            set[type] = true;
            set[top] = true;
            foreach (var parent in types[type].Parents)
            {
                set.Or(ancestors[numbers[parent]]);
            }
        }

        for (var i = order.Count - 1; i >= 0; i--)
        {
            var set = descendants[order[i]] = new BitArray(types.Count);
            set[order[i]] = true;
            foreach (var child in children[order[i]])
            {
                set.Or(descendants[child]);
            }
        }
    }
}
