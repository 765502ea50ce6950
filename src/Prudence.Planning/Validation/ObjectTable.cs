using Prudence.Planning.Language;

namespace Prudence.Planning.Validation;

/// <summary>The objects of a task by number, and which of them belong to a type.</summary>
internal sealed class ObjectTable
{
    private readonly List<string> names = [];
    private readonly List<TypeReference> types = [];
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> supertypes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int[]> members = new(StringComparer.Ordinal);

    public ObjectTable(PddlDomain domain, PddlProblem problem)
    {
        foreach (var type in domain.Types)
        {
            Supertypes(type.Name, domain);
        }

        foreach (var item in domain.Constants.Concat(problem.Objects))
        {
            if (numbers.TryAdd(item.Name, names.Count))
            {
                names.Add(item.Name);
                types.Add(item.Type);
            }
        }
    }

    /// <summary>The number of an object; -1 if there is none of that name.</summary>
    public int Find(string name) => numbers.GetValueOrDefault(name, -1);

    /// <summary>The name of an object.</summary>
    public string Name(int number) => names[number];

    /// <summary>Whether an object belongs to a type.</summary>
    public bool Belongs(int number, TypeReference type) => Array.BinarySearch(Members(type), number) >= 0;

    /// <summary>The objects of a type, ascending.</summary>
    public int[] Members(TypeReference type)
    {
        var key = type.ToString();
        if (!members.TryGetValue(key, out var found))
        {
            found = [.. Enumerable.Range(0, names.Count).Where(number => types[number].Alternatives.Any(own => IsA(own, type)))];
            members.Add(key, found);
        }

        return found;
    }

    private bool IsA(string own, TypeReference type) =>
        type.Alternatives.Any(wanted => wanted == "object" || wanted == own || (supertypes.TryGetValue(own, out var above) && above.Contains(wanted)));

    private HashSet<string> Supertypes(string type, PddlDomain domain)
    {
        if (supertypes.TryGetValue(type, out var known))
        {
            return known;
        }

        // Entered before it is filled, so that a cycle in the declarations ends.
        var above = supertypes[type] = new HashSet<string>(StringComparer.Ordinal);
        foreach (var parent in domain.Types.Where(declared => declared.Name == type).SelectMany(declared => declared.Parents))
        {
            above.Add(parent);
            above.UnionWith(Supertypes(parent, domain));
        }

        return above;
    }
}
