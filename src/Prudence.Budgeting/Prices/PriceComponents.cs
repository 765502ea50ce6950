namespace Prudence.Budgeting.Prices;

/// <summary>What holds of the parts of a bill.</summary>
public static class PriceComponents
{
    private static readonly PriceComponent[] InputTokens =
        [PriceComponent.Input, PriceComponent.BatchInput, PriceComponent.CachedRead, PriceComponent.CachedWrite, PriceComponent.AudioInput, PriceComponent.CachedAudioRead];

    private static readonly PriceComponent[] OutputTokens =
        [PriceComponent.Output, PriceComponent.BatchOutput, PriceComponent.Reasoning, PriceComponent.AudioOutput];

    /// <summary>All parts, in the order in which bills show them.</summary>
    public static IReadOnlyList<PriceComponent> All { get; } = Enum.GetValues<PriceComponent>();

    /// <summary>The parts a token of input can belong to.</summary>
    public static IReadOnlyList<PriceComponent> OfInput => InputTokens;

    /// <summary>The parts a token of output can belong to.</summary>
    public static IReadOnlyList<PriceComponent> OfOutput => OutputTokens;

    /// <summary>The name shown to people, for example <c>cached read</c>.</summary>
    public static string Name(this PriceComponent component) => component switch
    {
        PriceComponent.Input => "input",
        PriceComponent.BatchInput => "batch input",
        PriceComponent.CachedRead => "cached read",
        PriceComponent.CachedWrite => "cached write",
        PriceComponent.AudioInput => "audio input",
        PriceComponent.CachedAudioRead => "cached audio read",
        PriceComponent.ImageInput => "image input",
        PriceComponent.Output => "output",
        PriceComponent.BatchOutput => "batch output",
        PriceComponent.Reasoning => "reasoning",
        PriceComponent.AudioOutput => "audio output",
        PriceComponent.ImageOutput => "image output",
        _ => "request",
    };

    /// <summary>What is counted: tokens, images or requests.</summary>
    public static string Unit(this PriceComponent component) => component switch
    {
        PriceComponent.ImageInput or PriceComponent.ImageOutput => "images",
        PriceComponent.Request => "requests",
        _ => "tokens",
    };

    /// <summary>The name with its unit, for example <c>cached read tokens</c>, <c>input images</c>.</summary>
    public static string Counted(this PriceComponent component) => component switch
    {
        PriceComponent.ImageInput => "input images",
        PriceComponent.ImageOutput => "output images",
        PriceComponent.Request => "requests",
        _ => $"{component.Name()} tokens",
    };

    /// <summary>The part whose price holds where this one has none; null where there is none either.</summary>
    public static PriceComponent? Fallback(this PriceComponent component) => component switch
    {
        PriceComponent.BatchInput or PriceComponent.CachedRead or PriceComponent.CachedWrite or PriceComponent.AudioInput => PriceComponent.Input,
        PriceComponent.CachedAudioRead => PriceComponent.AudioInput,
        PriceComponent.BatchOutput or PriceComponent.Reasoning or PriceComponent.AudioOutput => PriceComponent.Output,
        _ => null,
    };
}
