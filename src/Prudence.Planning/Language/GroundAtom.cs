using System.Collections.Immutable;

namespace Prudence.Planning.Language;

/// <summary>A predicate applied to objects.</summary>
public sealed record GroundAtom(string Predicate, ImmutableArray<string> Arguments, SourcePosition Position)
{
    /// <inheritdoc/>
    public override string ToString() => Arguments.IsEmpty ? $"({Predicate})" : $"({Predicate} {string.Join(' ', Arguments)})";
}
