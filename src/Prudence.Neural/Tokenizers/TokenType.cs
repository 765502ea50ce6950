namespace Prudence.Neural.Tokenizers;

/// <summary>What a token is; the numbers are those of model files.</summary>
public enum TokenType
{
    /// <summary>Not said: taken as <see cref="Normal"/>.</summary>
    Undefined = 0,

    /// <summary>A piece of text.</summary>
    Normal = 1,

    /// <summary>Stands for what has no token.</summary>
    Unknown = 2,

    /// <summary>A marker, such as the end of a turn. Ordinary text never becomes one.</summary>
    Control = 3,

    /// <summary>A piece of text that is recognised before all others.</summary>
    UserDefined = 4,

    /// <summary>A place in the vocabulary that no text becomes.</summary>
    Unused = 5,

    /// <summary>One byte of text that has no other token.</summary>
    Byte = 6,
}
