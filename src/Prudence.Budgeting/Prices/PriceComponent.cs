namespace Prudence.Budgeting.Prices;

/// <summary>What a model call is billed for, part by part. Every token belongs to exactly one part.</summary>
public enum PriceComponent
{
    /// <summary>Tokens of input that belong to no other part.</summary>
    Input,

    /// <summary>Tokens of input in a batch request.</summary>
    BatchInput,

    /// <summary>Tokens of input read from the provider's cache.</summary>
    CachedRead,

    /// <summary>Tokens of input written to the provider's cache.</summary>
    CachedWrite,

    /// <summary>Tokens of audio input.</summary>
    AudioInput,

    /// <summary>Tokens of audio input read from the provider's cache.</summary>
    CachedAudioRead,

    /// <summary>Images in the input, by number.</summary>
    ImageInput,

    /// <summary>Tokens of output that belong to no other part.</summary>
    Output,

    /// <summary>Tokens of output in a batch request.</summary>
    BatchOutput,

    /// <summary>Tokens of output spent on reasoning.</summary>
    Reasoning,

    /// <summary>Tokens of audio output.</summary>
    AudioOutput,

    /// <summary>Images in the output, by number.</summary>
    ImageOutput,

    /// <summary>Requests, by number.</summary>
    Request,
}
