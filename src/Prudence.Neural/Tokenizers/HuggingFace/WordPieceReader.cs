namespace Prudence.Neural.Tokenizers.HuggingFace;

/// <summary>Reads WordPiece tokenizers as BERT uses them.</summary>
internal static class WordPieceReader
{
    private const int LongestWord = 100;

    public static TokenizerDefinition Read(JsonPart file, JsonPart model)
    {
        if (model.Optional("continuing_subword_prefix") is { IsNull: false } prefix && prefix.Text() != "##")
        {
            throw prefix.Wrong("expected '##': other prefixes are not supported");
        }

        if (model.Optional("max_input_chars_per_word") is { IsNull: false } longest && longest.Number() != LongestWord)
        {
            throw longest.Wrong($"expected {LongestWord}: other limits are not supported");
        }

        var tokens = BytePairReader.ReadTokens(file, model);
        return new TokenizerDefinition
        {
            Model = TokenizerModel.WordPiece,
            Tokens = tokens.Texts,
            Types = tokens.Types,
            Uncased = IsUncased(file),
            Markers = new MarkerIds
            {
                Begin = tokens.Find("[CLS]"),
                Separator = tokens.Find("[SEP]"),
                Padding = tokens.Find("[PAD]"),
                Unknown = tokens.Find(model.Optional("unk_token") is { IsNull: false } unknown ? unknown.Text() : "[UNK]"),
            },
        };
    }

    private static bool IsUncased(JsonPart file)
    {
        var normalizer = file.Get("normalizer");
        var lowercase = normalizer.Flag("lowercase", otherwise: true);
        var isBert = normalizer.Type == "BertNormalizer" && normalizer.Flag("clean_text", otherwise: true) && normalizer.Flag("handle_chinese_chars", otherwise: true);
        if (!isBert || normalizer.Flag("strip_accents", otherwise: lowercase) != lowercase)
        {
            throw Pipeline.Unsupported(normalizer, "WordPiece");
        }

        var cutter = file.Get("pre_tokenizer");
        return cutter.Type == "BertPreTokenizer" ? lowercase : throw Pipeline.Unsupported(cutter, "WordPiece");
    }
}
