using System.Collections.Immutable;
using Prudence.Planning.Language;

namespace Prudence.Planning.Grounding.Normalisation;

/// <summary>Numbers every use of a type (a name, or an <c>either</c>) and lists the objects that belong to it.</summary>
internal sealed class TypeSets
{
    private readonly Dictionary<string, int> typeNumbers = [];
    private readonly List<List<int>> parents = [];
    private readonly Dictionary<string, int> setNumbers = [];
    private readonly List<bool[]> setAlternatives = [];
    private readonly List<bool[]> objectTypes = [];

    public TypeSets(ImmutableArray<PddlType> types)
    {
        TypeNumber("object");
        foreach (var type in types)
        {
            var number = TypeNumber(type.Name);
            foreach (var parent in type.Parents)
            {
                parents[number].Add(TypeNumber(parent));
            }
        }
    }

    /// <summary>Registers the next object.</summary>
    public void AddObject(TypeReference type)
    {
        var memberships = new bool[parents.Count];
        memberships[0] = true;
        foreach (var name in type.Alternatives)
        {
            MarkAncestors(TypeNumber(name), ref memberships);
        }

        objectTypes.Add(memberships);
    }

    /// <summary>The number of the type set that <paramref name="type"/> names.</summary>
    public int Number(TypeReference type)
    {
        var key = type.Alternatives.Length == 1 ? type.Alternatives[0] : Key(type.Alternatives);
        if (!setNumbers.TryGetValue(key, out var number))
        {
            number = setNumbers[key] = setAlternatives.Count;
            foreach (var name in type.Alternatives)
            {
                TypeNumber(name);
            }

            var alternatives = new bool[parents.Count];
            foreach (var name in type.Alternatives)
            {
                alternatives[TypeNumber(name)] = true;
            }

            setAlternatives.Add(alternatives);
        }

        return number;
    }

    /// <summary>The type sets of several parameters.</summary>
    public int[] Numbers(ImmutableArray<Parameter> parameters)
    {
        var numbers = new int[parameters.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = Number(parameters[i].Type);
        }

        return numbers;
    }

    /// <summary>True if no object belongs to the type set.</summary>
    public bool IsEmpty(int set)
    {
        for (var item = 0; item < objectTypes.Count; item++)
        {
            if (Contains(set, item))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The objects of every type set numbered so far.</summary>
    public int[][] Objects()
    {
        var answer = new int[setAlternatives.Count][];
        var members = new List<int>();
        for (var set = 0; set < answer.Length; set++)
        {
            members.Clear();
            for (var item = 0; item < objectTypes.Count; item++)
            {
                if (Contains(set, item))
                {
                    members.Add(item);
                }
            }

            answer[set] = [.. members];
        }

        return answer;
    }

    private bool Contains(int set, int item)
    {
        var alternatives = setAlternatives[set];
        var memberships = objectTypes[item];
        for (var type = Math.Min(alternatives.Length, memberships.Length) - 1; type >= 0; type--)
        {
            if (alternatives[type] && memberships[type])
            {
                return true;
            }
        }

        return false;
    }

    private static string Key(ImmutableArray<string> alternatives)
    {
        var names = alternatives.ToArray();
        Array.Sort(names, StringComparer.Ordinal);
        return string.Join(' ', names);
    }

    private int TypeNumber(string name)
    {
        if (!typeNumbers.TryGetValue(name, out var number))
        {
            number = typeNumbers[name] = parents.Count;
            parents.Add([]);
        }

        return number;
    }

    private void MarkAncestors(int type, ref bool[] memberships)
    {
        if (type >= memberships.Length)
        {
            Array.Resize(ref memberships, parents.Count);
        }

        if (memberships[type])
        {
            return;
        }

        memberships[type] = true;
        foreach (var parent in parents[type])
        {
            MarkAncestors(parent, ref memberships);
        }
    }
}
