namespace Prudence.Planning.Language;

/// <summary>A variable (the name begins with a question mark) or an object.</summary>
public sealed record Term(string Name, SourcePosition Position)
{
    /// <summary>True for a variable.</summary>
    public bool IsVariable => Name.Length > 0 && Name[0] == '?';
}
