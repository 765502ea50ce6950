namespace Prudence.Neural.Tokenizers.BytePairs;

/// <summary>Makes tables from pairs of symbols to the rank of their merge and the symbol that it gives.</summary>
internal static class MergeTable
{
    /// <summary>The table of merges in the order of their list.</summary>
    /// <param name="vocabulary">The tokens.</param>
    /// <param name="merges">The merges, first ones first.</param>
    /// <param name="symbolOf">The symbol of a text; null if it has none.</param>
    /// <exception cref="TokenizerException">A merge joins or gives what is not in the vocabulary.</exception>
    public static PairTable FromMerges(Vocabulary vocabulary, IReadOnlyList<Merge> merges, SymbolLookup symbolOf)
    {
        var table = new PairTable(merges.Count);
        for (var rank = 0; rank < merges.Count; rank++)
        {
            var (left, right) = merges[rank];
            var merged = vocabulary.TryGetId(left + right, out var id) ? id : throw Missing(left + right);
            if (!vocabulary.IsOrdinary(merged))
            {
                throw new TokenizerException($"merge {rank} gives the token {Vocabulary.Quote(left + right)} of the type {vocabulary.TypeOf(merged)}: no text may become it");
            }

            table.Add(symbolOf(vocabulary, left) ?? throw Missing(left), symbolOf(vocabulary, right) ?? throw Missing(right), rank, merged);

            TokenizerException Missing(string text) =>
                new($"merge {rank} joins {Vocabulary.Quote(left)} and {Vocabulary.Quote(right)}: {Vocabulary.Quote(text)} is not in the vocabulary");
        }

        return table;
    }

    /// <summary>The table in which any two symbols merge whose texts together are a token; the higher its score, the lower the rank.</summary>
    /// <exception cref="TokenizerException">There is another number of scores than of tokens, or one is not a number.</exception>
    public static PairTable FromScores(Vocabulary vocabulary, IReadOnlyList<float>? scores, SymbolLookup symbolOf)
    {
        var checkedScores = TokenScores.Check(vocabulary, scores);
        var ranks = checkedScores.Distinct().OrderDescending().Select(static (score, rank) => (score, rank)).ToDictionary(static item => item.score, static item => item.rank);
        var table = new PairTable(vocabulary.Count * 2);
        for (var id = 0; id < vocabulary.Count; id++)
        {
            var text = vocabulary.TextOf(id);
            if (!vocabulary.IsOrdinary(id) || !vocabulary.TryGetId(text, out var first) || first != id)
            {
                continue;
            }

            for (var cut = 1; cut < text.Length; cut++)
            {
                if (!char.IsLowSurrogate(text[cut]) && symbolOf(vocabulary, text.AsSpan(0, cut)) is { } left && symbolOf(vocabulary, text.AsSpan(cut)) is { } right)
                {
                    table.Add(left, right, ranks[checkedScores[id]], id);
                }
            }
        }

        return table;
    }
}
