using System.Collections.Immutable;

namespace Prudence.Planning.Language;

/// <summary>A use of a type: one name, or several for <c>(either a b)</c>.</summary>
/// <param name="Alternatives">The names; never empty.</param>
public sealed record TypeReference(ImmutableArray<string> Alternatives)
{
    /// <summary>The type of everything, used where none is written.</summary>
    public static TypeReference Object { get; } = new(["object"]);

    /// <inheritdoc/>
    public override string ToString() => Alternatives.Length == 1 ? Alternatives[0] : $"(either {string.Join(' ', Alternatives)})";
}
