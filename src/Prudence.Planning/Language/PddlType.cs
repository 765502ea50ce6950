using System.Collections.Immutable;

namespace Prudence.Planning.Language;

/// <summary>A declared type.</summary>
/// <param name="Name">Its name; <c>object</c> is always there.</param>
/// <param name="Parents">Its direct supertypes; more than one only for <c>either</c> declarations; empty for <c>object</c> alone.</param>
/// <param name="Position">Where it is declared.</param>
public sealed record PddlType(string Name, ImmutableArray<string> Parents, SourcePosition Position)
{
    /// <summary>True if the type is used but not declared, so that its place in the hierarchy is a guess.</summary>
    internal bool IsGuessed { get; init; }
}
