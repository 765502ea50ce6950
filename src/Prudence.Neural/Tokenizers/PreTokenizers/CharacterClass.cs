namespace Prudence.Neural.Tokenizers.PreTokenizers;

/// <summary>What pre-tokenizers tell apart.</summary>
internal enum CharacterClass : byte
{
    /// <summary>Neither of the others: punctuation, symbols, marks, control characters.</summary>
    Other,

    /// <summary>Unicode's categories L*.</summary>
    Letter,

    /// <summary>Unicode's categories N*.</summary>
    Number,

    /// <summary>Unicode's property White_Space.</summary>
    Space,
}
