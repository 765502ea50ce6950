using System.Collections.Immutable;

namespace Prudence.Planning.Language.Reading;

/// <summary>The variables that can be used at a place, with their types.</summary>
internal sealed class Scope
{
    private readonly Dictionary<string, TypeReference> types = new(StringComparer.Ordinal);

    public IEnumerable<string> Names => types.Keys;

    /// <summary>True if the list of variables could not be read in full.</summary>
    public bool IsIncomplete { get; set; }

    /// <summary>True if the action has no list of parameters at all.</summary>
    public bool IsMissing { get; set; }

    public TypeReference? TypeOf(string variable) => types.GetValueOrDefault(variable);

    /// <summary>Adds variables; what they hide is handed back for <see cref="Leave"/>.</summary>
    public TypeReference?[] Enter(ImmutableArray<Parameter> parameters)
    {
        var hidden = new TypeReference?[parameters.Length];
        for (var i = 0; i < parameters.Length; i++)
        {
            hidden[i] = types.GetValueOrDefault(parameters[i].Name);
            types[parameters[i].Name] = parameters[i].Type;
        }

        return hidden;
    }

    /// <summary>Takes variables away again.</summary>
    public void Leave(ImmutableArray<Parameter> parameters, TypeReference?[] hidden)
    {
        for (var i = parameters.Length - 1; i >= 0; i--)
        {
            if (hidden[i] is { } type)
            {
                types[parameters[i].Name] = type;
            }
            else
            {
                types.Remove(parameters[i].Name);
            }
        }
    }
}
