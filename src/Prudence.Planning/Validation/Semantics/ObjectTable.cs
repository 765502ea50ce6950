using Prudence.Planning.Language;

namespace Prudence.Planning.Validation.Semantics;

/// <summary>The objects of a task by number, and which of them belong to a type.</summary>
internal sealed class ObjectTable
{
    private readonly List<string> names = [];
    private readonly List<TypeReference> types = [];
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> supertypes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ObjectSet> sets = new(StringComparer.Ordinal);

    public ObjectTable(PddlDomain domain, PddlProblem problem)
    {
        foreach (var type in domain.Types)
        {
            Supertypes(type.Name, domain);
        }

        foreach (var item in domain.Constants)
        {
            Add(item);
        }

        foreach (var item in problem.Objects)
        {
            Add(item);
        }
    }

    public int Count => names.Count;

    public IReadOnlyList<string> Names => names;

    /// <summary>The number of an object; -1 if there is none of that name.</summary>
    public int Find(string name) => numbers.GetValueOrDefault(name, -1);

    public string Name(int number) => names[number];

    /// <summary>The objects that belong to a type.</summary>
    public ObjectSet Of(TypeReference type)
    {
        var key = type.ToString();
        if (!sets.TryGetValue(key, out var set))
        {
            sets.Add(key, set = Collect(type));
        }

        return set;
    }

    private void Add(PddlObject item)
    {
        if (numbers.TryAdd(item.Name, names.Count))
        {
            names.Add(item.Name);
            types.Add(item.Type);
        }
    }

    private ObjectSet Collect(TypeReference type)
    {
        var membership = new bool[names.Count];
        var members = new List<int>();
        for (var number = 0; number < membership.Length; number++)
        {
            if (Belongs(types[number], type))
            {
                membership[number] = true;
                members.Add(number);
            }
        }

        return new ObjectSet([.. members], membership);
    }

    private bool Belongs(TypeReference own, TypeReference wanted)
    {
        foreach (var type in own.Alternatives)
        {
            foreach (var alternative in wanted.Alternatives)
            {
                if (alternative == "object" || alternative == type
                    || (supertypes.TryGetValue(type, out var above) && above.Contains(alternative)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private HashSet<string> Supertypes(string type, PddlDomain domain)
    {
        if (supertypes.TryGetValue(type, out var known))
        {
            return known;
        }

        // Entered before it is filled, so that a cycle in the declarations ends.
        var above = supertypes[type] = new HashSet<string>(StringComparer.Ordinal);
        foreach (var declared in domain.Types)
        {
            if (declared.Name == type)
            {
                foreach (var parent in declared.Parents)
                {
                    above.Add(parent);
                    above.UnionWith(Supertypes(parent, domain));
                }
            }
        }

        return above;
    }
}
