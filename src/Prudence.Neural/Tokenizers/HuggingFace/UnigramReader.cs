namespace Prudence.Neural.Tokenizers.HuggingFace;

/// <summary>Reads unigram tokenizers.</summary>
internal static class UnigramReader
{
    public static TokenizerDefinition Read(JsonPart file, JsonPart model)
    {
        var (tokens, scores) = ReadTokens(file, model);
        var normalizers = Pipeline.Steps(file.Optional("normalizer"), "normalizers");
        var steps = Pipeline.Steps(file.Optional("pre_tokenizer"), "pretokenizers");
        foreach (var step in normalizers.Where(static step => !Pipeline.IsSpaceReplacement(step)))
        {
            throw Pipeline.Unsupported(step, "Unigram");
        }

        var last = steps.Count > 0 && steps[^1].Type == "Metaspace" ? steps[^1] : throw model.Wrong("Unigram is supported with the pre-tokenizer Metaspace only");
        foreach (var step in steps.SkipLast(1))
        {
            throw Pipeline.Unsupported(step, "Unigram");
        }

        return BytePairReader.WithBytes(new TokenizerDefinition
        {
            Model = TokenizerModel.Unigram,
            Tokens = tokens.Texts,
            Types = tokens.Types,
            Scores = scores,
            SpacePrefix = Pipeline.PrefixOf(last),
            ByteFallback = model.Flag("byte_fallback"),
            FuseUnknown = true,
            Markers = new MarkerIds { Unknown = model.Optional("unk_id") is { IsNull: false } id ? id.Number() : null },
        });
    }

    private static (TokenList Tokens, List<float> Scores) ReadTokens(JsonPart file, JsonPart model)
    {
        var tokens = new TokenList();
        var scores = new List<float>();
        var (vocabulary, added) = (model.Get("vocab"), file.Optional("added_tokens"));
        var most = TokenList.Count(vocabulary) + TokenList.Count(added);
        foreach (var entry in vocabulary.Items())
        {
            var fields = entry.Items().ToArray();
            if (fields.Length != 2)
            {
                throw entry.Wrong("expected a text and a score");
            }

            tokens.Set(scores.Count, fields[0].Text(), TokenType.Normal, entry, most);
            scores.Add(fields[1].Score());
        }

        tokens.AddSpecial(added, most);
        tokens.Complete(vocabulary);
        scores.AddRange(Enumerable.Repeat(0f, tokens.Texts.Count - scores.Count));
        return (tokens, scores);
    }
}
