namespace Prudence.Planning.Configuration;

/// <summary>
/// One node of a search configuration such as <c>lazy-greedy(ff(cost=plus-one), landmark-sum, preferred=all)</c>:
/// a name, its positional arguments and its options.
/// </summary>
/// <param name="Name">The name, lower case.</param>
/// <param name="Arguments">The positional arguments, in order.</param>
/// <param name="Options">The options by name, in order of appearance.</param>
/// <param name="Text">The whole configuration, for messages.</param>
/// <param name="Position">Where this node begins in <paramref name="Text"/>.</param>
public sealed record ConfigurationExpression(
    string Name,
    IReadOnlyList<ConfigurationExpression> Arguments,
    IReadOnlyDictionary<string, ConfigurationExpression> Options,
    string Text,
    int Position)
{
    /// <summary>An error at this node.</summary>
    public ConfigurationException Error(string message, string? hint = null) => new(Text, Position, message, hint);

    /// <summary>Writes the node back as it could have been typed.</summary>
    public override string ToString()
    {
        var parts = new List<string>();
        foreach (var argument in Arguments)
        {
            parts.Add(argument.ToString());
        }

        foreach (var (key, value) in Options)
        {
            parts.Add($"{key}={value}");
        }

        return parts.Count == 0 ? Name : $"{Name}({string.Join(", ", parts)})";
    }
}
