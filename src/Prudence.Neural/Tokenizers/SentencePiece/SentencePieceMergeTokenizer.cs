using System.Buffers;
using System.Text;
using Prudence.Neural.Tokenizers.BytePairs;

namespace Prudence.Neural.Tokenizers.SentencePiece;

/// <summary>
/// SentencePiece's byte-pair encoding: characters are merged by the order of merges or, without merges, by the scores of the tokens that they give.
/// A character without a token of its own takes part in merging all the same; what is left of it becomes bytes or the unknown token.
/// </summary>
internal sealed class SentencePieceMergeTokenizer : SentencePieceTokenizer<Workspace>
{
    private readonly PairTable merges;

    public SentencePieceMergeTokenizer(TokenizerDefinition definition, Vocabulary vocabulary)
        : base(definition, vocabulary) =>
        merges = definition.Merges is { } given ? MergeTable.FromMerges(vocabulary, given, SymbolOf) : MergeTable.FromScores(vocabulary, definition.Scores, SymbolOf);

    /// <inheritdoc/>
    protected override Workspace CreateWorkspace() => new(merges);

    /// <inheritdoc/>
    protected override ReadOnlySpan<int> FindTokens(ReadOnlySpan<char> word, Workspace workspace)
    {
        var symbols = workspace.Symbols(word.Length);
        var count = 0;
        for (var position = 0; position < word.Length; count++)
        {
            Rune.DecodeFromUtf16(word[position..], out var character, out var length);
            symbols[count] = Vocabulary.TryGetOrdinary(word.Slice(position, length), out var id) ? id : Bare(character);
            position += length;
        }

        return WriteIds(symbols[..workspace.Merger.Merge(symbols[..count])], workspace.Ids(word.Length * 3));
    }

    private ReadOnlySpan<int> WriteIds(ReadOnlySpan<int> symbols, Span<int> ids)
    {
        var count = 0;
        foreach (var symbol in symbols)
        {
            if (symbol >= 0)
            {
                ids[count++] = symbol;
            }
            else
            {
                count += WriteUnknown(new Rune(-symbol - 2), ids[count..]);
            }
        }

        return ids[..count];
    }

    /// <summary>The symbol of a text: its token, or the number of a single character that has none.</summary>
    private static int? SymbolOf(Vocabulary vocabulary, ReadOnlySpan<char> text) =>
        vocabulary.TryGetOrdinary(text, out var id) ? id
        : Rune.DecodeFromUtf16(text, out var character, out var length) == OperationStatus.Done && length == text.Length ? Bare(character)
        : null;

    // Below -1, so that a pair of symbols is never the table's empty key.
    private static int Bare(Rune character) => -character.Value - 2;
}
