using System.Text.Json;
using Prudence.Neural.Tokenizers.Normalisation;
using Prudence.Neural.Tokenizers.SentencePiece;

namespace Prudence.Neural.Tokenizers.HuggingFace;

/// <summary>Reads byte-pair tokenizers: byte-level ones and those made from SentencePiece.</summary>
internal static class BytePairReader
{
    private const string Gpt2Pattern = @"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+";
    private const string Gpt4Begin = @"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|";
    private const string Gpt4End = @"| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+";

    private static readonly Dictionary<string, string> RuleOfPattern = new(StringComparer.Ordinal)
    {
        [Gpt2Pattern] = "gpt-2",
        [Gpt4Begin + @"\p{N}{1,3}" + Gpt4End] = "llama-bpe",
        [Gpt4Begin + @"\p{N}" + Gpt4End] = "qwen2",
    };

    public static TokenizerDefinition Read(JsonPart file, JsonPart model)
    {
        CheckPlain(model);
        var tokens = ReadTokens(file, model);
        var steps = Pipeline.Steps(file.Optional("pre_tokenizer"), "pretokenizers");
        var plain = new TokenizerDefinition
        {
            Model = TokenizerModel.ByteLevelBytePair,
            Tokens = tokens.Texts,
            Types = tokens.Types,
            Merges = [.. model.Get("merges").Items().Select(ReadMerge)],
            PreferWholeWords = model.Flag("ignore_merges"),
            FuseUnknown = model.Flag("fuse_unk"),
            Markers = new MarkerIds { Unknown = model.Optional("unk_token") is { IsNull: false } unknown ? tokens.Find(unknown.Text()) ?? throw unknown.Wrong("no token has this text") : null },
        };
        return steps.Any(static step => step.Type == "ByteLevel") ? ByteLevel(plain, file, steps) : SentencePiece(plain, file, model, steps);
    }

    /// <summary>The pre-tokenizer that stands for a rule, as the file writes it.</summary>
    /// <exception cref="NotSupportedException">The rule has no such form.</exception>
    public static string StepsOf(string rule)
    {
        const string Plain = """{"type":"ByteLevel","add_prefix_space":false,"trim_offsets":true,"use_regex":true}""";
        const string AfterSplit = """{"type":"ByteLevel","add_prefix_space":false,"trim_offsets":true,"use_regex":false}""";
        var pattern = RuleOfPattern.FirstOrDefault(item => item.Value == rule).Key;
        return rule switch
        {
            "gpt-2" => Plain,
            "smollm" => $$"""{"type":"Sequence","pretokenizers":[{"type":"Digits","individual_digits":true},{{Plain}}]}""",
            _ when pattern is not null => $$"""{"type":"Sequence","pretokenizers":[{"type":"Split","pattern":{"Regex":{{JsonSerializer.Serialize(pattern)}}},"behavior":"Isolated","invert":false},{{AfterSplit}}]}""",
            _ => throw new NotSupportedException($"the pre-tokenizer {rule} has no form in tokenizer.json: written are gpt-2, smollm, llama-bpe and qwen2"),
        };
    }

    private static void CheckPlain(JsonPart model)
    {
        if (model.Optional("dropout") is { IsNull: false } dropout && dropout.Score() != 0)
        {
            throw dropout.Wrong("dropout of merges is not supported");
        }

        foreach (var name in (string[])["continuing_subword_prefix", "end_of_word_suffix"])
        {
            if (model.Optional(name) is { IsNull: false } affix && affix.Text().Length > 0)
            {
                throw affix.Wrong("affixes of words are not supported");
            }
        }
    }

    public static TokenList ReadTokens(JsonPart file, JsonPart model)
    {
        var tokens = new TokenList();
        var (vocabulary, added) = (model.Get("vocab"), file.Optional("added_tokens"));
        var most = TokenList.Count(vocabulary) + TokenList.Count(added);
        foreach (var (text, id) in vocabulary.Properties())
        {
            tokens.Set(id.Number(), text, TokenType.Normal, id, most);
        }

        tokens.AddSpecial(added, most);
        tokens.Complete(vocabulary);
        return tokens;
    }

    private static Merge ReadMerge(JsonPart merge, int index)
    {
        if (merge.Value.ValueKind == JsonValueKind.String)
        {
            return Merge.Parse(merge.Text(), index);
        }

        var pair = merge.Items().Select(static item => item.Text()).ToArray();
        return pair.Length == 2 ? new Merge(pair[0], pair[1]) : throw merge.Wrong("expected two tokens");
    }

    private static TokenizerDefinition ByteLevel(TokenizerDefinition plain, JsonPart file, List<JsonPart> steps)
    {
        var normalisation = TextNormalisation.None;
        foreach (var step in Pipeline.Steps(file.Optional("normalizer"), "normalizers"))
        {
            normalisation = step.Type == "NFC" ? TextNormalisation.Composed : throw Pipeline.Unsupported(step, "byte-level BPE");
        }

        var bytes = steps[^1].Type == "ByteLevel" && !steps[^1].Flag("add_prefix_space", otherwise: true) ? steps[^1] : throw Pipeline.Unsupported(steps[^1], "byte-level BPE");
        var rule = (steps.Count, bytes.Flag("use_regex", otherwise: true)) switch
        {
            (1, true) => "gpt-2",
            (2, true) when steps[0].Type == "Digits" && steps[0].Flag("individual_digits") => "smollm",
            (2, false) when steps[0].Type == "Split" && IsIsolating(steps[0]) && Pipeline.PatternOf(steps[0], "Regex") is { } pattern =>
                RuleOfPattern.TryGetValue(pattern, out var name) ? name : throw steps[0].Wrong($"the pattern {Vocabulary.Quote(pattern)} is none of those of GPT-2, Llama 3 and Qwen 2"),
            _ => throw Pipeline.Unsupported(steps[0], "byte-level BPE"),
        };
        return plain with { PreTokenizer = rule, Normalisation = normalisation };
    }

    private static bool IsIsolating(JsonPart split) => split.Get("behavior").Text() == "Isolated" && !split.Flag("invert");

    private static TokenizerDefinition SentencePiece(TokenizerDefinition plain, JsonPart file, JsonPart model, List<JsonPart> steps)
    {
        var prefix = SpacePrefix.Never;
        var replaces = false;
        foreach (var step in Pipeline.Steps(file.Optional("normalizer"), "normalizers"))
        {
            prefix = Pipeline.IsPrefix(step) ? SpacePrefix.Always : prefix;
            replaces |= Pipeline.IsSpaceReplacement(step);
            if (!Pipeline.IsPrefix(step) && !Pipeline.IsSpaceReplacement(step))
            {
                throw Pipeline.Unsupported(step, "BPE");
            }
        }

        foreach (var step in steps)
        {
            var isMetaspace = step.Type == "Metaspace";
            prefix = isMetaspace ? Pipeline.PrefixOf(step) : prefix;
            // With no space left, splitting at spaces does nothing.
            if (!isMetaspace && !(replaces && step.Type == "Split" && Pipeline.PatternOf(step, "String") == " "))
            {
                throw Pipeline.Unsupported(step, "BPE");
            }

            replaces |= isMetaspace;
        }

        return !replaces ? throw model.Wrong("neither bytes nor spaces are replaced: BPE is supported with ByteLevel, Metaspace or a Replace of ' ' by U+2581")
            : WithBytes(plain with { Model = TokenizerModel.SentencePieceBytePair, SpacePrefix = prefix, ByteFallback = model.Flag("byte_fallback") });
    }

    /// <summary>Marks the tokens of bytes, which this form of file does not tell from others.</summary>
    public static TokenizerDefinition WithBytes(TokenizerDefinition plain) => !plain.ByteFallback ? plain : plain with
    {
        Types = [.. plain.Tokens.Select((text, id) => plain.Types![id] == TokenType.Normal && ByteTokens.TryParse(text, out _) ? TokenType.Byte : plain.Types[id])],
    };
}
