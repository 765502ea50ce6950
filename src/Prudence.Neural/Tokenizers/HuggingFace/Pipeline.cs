namespace Prudence.Neural.Tokenizers.HuggingFace;

/// <summary>The steps of a normalizer or pre-tokenizer, sequences unfolded.</summary>
internal static class Pipeline
{
    private const string WordBegin = "\u2581";

    /// <summary>The steps of a part in their order; none if it is null.</summary>
    public static List<JsonPart> Steps(JsonPart part, string inner) =>
        part.IsNull ? [] : part.Type == "Sequence" ? [.. part.Get(inner).Items().SelectMany(item => Steps(item, inner))] : [part];

    /// <summary>Whether a step writes spaces as U+2581.</summary>
    public static bool IsSpaceReplacement(JsonPart step) => step.Type == "Replace" && PatternOf(step, "String") == " " && step.Get("content").Text() == WordBegin;

    /// <summary>Whether a step puts U+2581 in front.</summary>
    public static bool IsPrefix(JsonPart step) => step.Type == "Prepend" && step.Get("prepend").Text() == WordBegin;

    /// <summary>What a step's pattern is, if it is of the given kind.</summary>
    public static string? PatternOf(JsonPart step, string kind) => step.Get("pattern").Optional(kind) is { IsNull: false } pattern ? pattern.Text() : null;

    /// <summary>How a Metaspace step puts spaces in front.</summary>
    public static SpacePrefix PrefixOf(JsonPart metaspace)
    {
        if (metaspace.Get("replacement").Text() != WordBegin)
        {
            throw metaspace.Wrong("the replacement is not U+2581: others are not supported");
        }

        var scheme = metaspace.Optional("prepend_scheme") is { IsNull: false } given ? given.Text() : metaspace.Flag("add_prefix_space", otherwise: true) ? "always" : "never";
        return scheme switch
        {
            "always" or "first" => SpacePrefix.IfAbsent,
            "never" => SpacePrefix.Never,
            _ => throw metaspace.Wrong($"the prepend_scheme {Vocabulary.Quote(scheme)} is not known: known are always, first and never"),
        };
    }

    /// <summary>The message for a step that does not belong here.</summary>
    public static TokenizerException Unsupported(JsonPart step, string model) => step.Wrong($"{Vocabulary.Quote(step.Type)} with these settings is not supported with {model}");
}
