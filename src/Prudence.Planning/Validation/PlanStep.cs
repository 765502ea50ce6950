using System.Collections.Immutable;
using Prudence.Planning.Language.Syntax;

namespace Prudence.Planning.Validation;

/// <summary>One action of a plan, by name.</summary>
/// <param name="Action">The action schema's name, in lower case (letters A to Z).</param>
/// <param name="Arguments">The objects it is applied to, lower case.</param>
public sealed record PlanStep(string Action, ImmutableArray<string> Arguments)
{
    /// <summary>Reads <c>drive truck1 a b</c>, with or without parentheses.</summary>
    public static PlanStep Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = LetterCase.Lower(text.Trim().TrimStart('(').TrimEnd(')')).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0
            ? throw new FormatException("a step needs the name of an action")
            : new PlanStep(words[0], [.. words.AsSpan(1)]);
    }

    /// <summary>The step as IPC plan files write it: <c>(drive truck1 a b)</c>.</summary>
    public override string ToString() => Arguments.IsEmpty ? $"({Action})" : $"({Action} {string.Join(' ', Arguments)})";

    /// <inheritdoc/>
    public bool Equals(PlanStep? other) => other is not null && Action == other.Action && Arguments.AsSpan().SequenceEqual(other.Arguments.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);
}
