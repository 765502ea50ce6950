using System.Text;

namespace Prudence.Neural.Tokenizers.SentencePiece;

/// <summary>
/// SentencePiece's unigram model: of all segmentations the one with the largest sum of scores (Viterbi); among equals the one whose last token is
/// longest, and so on backwards. A character without a token of its own costs ten more than the worst token.
/// </summary>
internal sealed class UnigramTokenizer : SentencePieceTokenizer<Lattice>
{
    private const double UnknownPenalty = 10;
    private readonly TokenTrie trie = new();
    private readonly IReadOnlyList<float> scores;
    private readonly double unknownScore;

    public UnigramTokenizer(TokenizerDefinition definition, Vocabulary vocabulary)
        : base(definition, vocabulary)
    {
        scores = TokenScores.Check(vocabulary, definition.Scores);
        unknownScore = double.PositiveInfinity;
        for (var id = 0; id < vocabulary.Count; id++)
        {
            if (vocabulary.IsOrdinary(id) && vocabulary.TextOf(id).Length > 0)
            {
                trie.Add(vocabulary.TextOf(id), id);
                unknownScore = Math.Min(unknownScore, scores[id]);
            }
        }

        unknownScore = (double.IsFinite(unknownScore) ? unknownScore : 0) - UnknownPenalty;
    }

    /// <inheritdoc/>
    protected override Lattice CreateWorkspace() => new();

    /// <inheritdoc/>
    protected override ReadOnlySpan<int> FindTokens(ReadOnlySpan<char> word, Lattice workspace)
    {
        var places = workspace.Begin(word.Length);
        for (var start = 0; start < word.Length; start++)
        {
            if (double.IsFinite(places[start].Score))
            {
                Extend(word, start, places);
            }
        }

        return WriteIds(word, places, workspace.Ids(word.Length * 4));
    }

    private void Extend(ReadOnlySpan<char> word, int start, Span<Lattice.Arrival> places)
    {
        var before = places[start].Score;
        Rune.DecodeFromUtf16(word[start..], out _, out var character);
        var hasCharacter = false;
        var node = TokenTrie.Root;
        for (var end = start; end < word.Length && trie.TryStep(node, word[end], out node); end++)
        {
            if (trie.IdAt(node) is >= 0 and var id)
            {
                hasCharacter |= end + 1 - start == character;
                Arrive(places, end + 1, new Lattice.Arrival(before + scores[id], start, id));
            }
        }

        if (!hasCharacter)
        {
            Arrive(places, start + character, new Lattice.Arrival(before + unknownScore, start, -1));
        }
    }

    private static void Arrive(Span<Lattice.Arrival> places, int end, Lattice.Arrival arrival)
    {
        if (arrival.Score > places[end].Score)
        {
            places[end] = arrival;
        }
    }

    // Backwards from the end into the end of the buffer.
    private ReadOnlySpan<int> WriteIds(ReadOnlySpan<char> word, Span<Lattice.Arrival> places, Span<int> ids)
    {
        Span<int> unknown = stackalloc int[4];
        var first = ids.Length;
        for (var end = word.Length; end > 0; end = places[end].Start)
        {
            if (places[end].Id >= 0)
            {
                ids[--first] = places[end].Id;
                continue;
            }

            Rune.DecodeFromUtf16(word[places[end].Start..end], out var character, out _);
            var count = WriteUnknown(character, unknown);
            first -= count;
            unknown[..count].CopyTo(ids[first..]);
        }

        return ids[first..];
    }
}
