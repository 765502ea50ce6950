using System.Collections.Immutable;

namespace Prudence.Planning.Language;

/// <summary>What came of reading a file.</summary>
/// <typeparam name="T">The kind of definition.</typeparam>
/// <param name="Value">The checked definition; null if and only if there is an error.</param>
/// <param name="Diagnostics">Everything there is to say about the text, in the order of its places.</param>
public sealed record PddlReadResult<T>(T? Value, ImmutableArray<Diagnostic> Diagnostics)
    where T : class
{
    /// <summary>True if planning can go on.</summary>
    public bool IsSuccess => Value is not null;
}
