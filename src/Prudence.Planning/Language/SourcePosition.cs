namespace Prudence.Planning.Language;

/// <summary>A place in a PDDL file.</summary>
/// <param name="File">The file's name as the user gave it, or a label such as <c>&lt;domain&gt;</c> for text.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column in characters, from 1.</param>
public readonly record struct SourcePosition(string File, int Line, int Column)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File}:{Line}:{Column}";
}
