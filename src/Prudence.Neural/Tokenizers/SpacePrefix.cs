namespace Prudence.Neural.Tokenizers;

/// <summary>Whether SentencePiece puts a space in front of a text and behind every special token, so that its first word looks like the others.</summary>
public enum SpacePrefix
{
    /// <summary>No.</summary>
    Never,

    /// <summary>Yes.</summary>
    Always,

    /// <summary>Only if there is no space yet.</summary>
    IfAbsent,
}
