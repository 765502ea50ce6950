namespace Prudence.Neural.Tokenizers;

/// <summary>Two neighbouring tokens that become one. Earlier merges in a list go first.</summary>
/// <param name="Left">Text of the token on the left.</param>
/// <param name="Right">Text of the token on the right.</param>
public readonly record struct Merge(string Left, string Right)
{
    /// <summary>Reads the form of files: both tokens with a space between them.</summary>
    /// <exception cref="TokenizerException">There is no space between two tokens.</exception>
    public static Merge Parse(string text, int index)
    {
        ArgumentNullException.ThrowIfNull(text);
        var space = text.Length > 2 ? text.IndexOf(' ', 1) : -1;
        return space > 0 && space < text.Length - 1
            ? new Merge(text[..space], text[(space + 1)..])
            : throw new TokenizerException($"merge {index} is {Vocabulary.Quote(text)}: expected two tokens with a space between them");
    }
}
