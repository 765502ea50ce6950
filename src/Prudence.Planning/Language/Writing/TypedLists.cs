using System.Collections.Immutable;

namespace Prudence.Planning.Language.Writing;

/// <summary>Writes lists of names with types, neighbours of the same type together.</summary>
internal static class TypedLists
{
    /// <summary>Variables in parentheses.</summary>
    public static string Parameters(ImmutableArray<Parameter> parameters) => $"({ParametersWithoutParentheses(parameters)})";

    /// <summary>Variables, as they stand behind the name of a predicate.</summary>
    public static string ParametersWithoutParentheses(ImmutableArray<Parameter> parameters) =>
        string.Join(' ', Groups(parameters.Select(p => (p.Name, p.Type.ToString()))));

    /// <summary>Objects, one group of the same type after the other.</summary>
    public static IReadOnlyList<string> Objects(ImmutableArray<PddlObject> objects) => Groups(objects.Select(o => (o.Name, o.Type.ToString())));

    /// <summary>Types with their supertypes, without <c>object</c> itself and those that were not declared before.</summary>
    public static IReadOnlyList<string> Types(ImmutableArray<PddlType> types) =>
        Groups(types.Where(t => t.Name != "object" && !t.IsGuessed).Select(t => (t.Name, new TypeReference(t.Parents).ToString())));

    /// <summary>The groups of neighbours with the same type; at the end the type <c>object</c> goes without saying.</summary>
    private static List<string> Groups(IEnumerable<(string Name, string Type)> items)
    {
        var groups = new List<string>();
        var names = new List<string>();
        var type = "object";
        foreach (var item in items)
        {
            if (names.Count > 0 && item.Type != type)
            {
                groups.Add($"{string.Join(' ', names)} - {type}");
                names.Clear();
            }

            names.Add(item.Name);
            type = item.Type;
        }

        if (names.Count > 0)
        {
            groups.Add(type == "object" ? string.Join(' ', names) : $"{string.Join(' ', names)} - {type}");
        }

        return groups;
    }
}
