namespace Prudence.Neural.Tokenizers.Normalisation;

/// <summary>What is done to a text before it is cut.</summary>
public enum TextNormalisation
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Unicode's composed form, NFC.</summary>
    Composed,
}
