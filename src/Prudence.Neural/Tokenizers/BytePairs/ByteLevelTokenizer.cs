using System.Text;
using Prudence.Neural.Tokenizers.Normalisation;
using Prudence.Neural.Tokenizers.PreTokenizers;

namespace Prudence.Neural.Tokenizers.BytePairs;

/// <summary>
/// Byte-level byte-pair encoding: a pre-tokenizer cuts words, their UTF-8 bytes are merged by rank. Bytes without a token of their own are left out
/// before merging, as other implementations do.
/// </summary>
internal sealed class ByteLevelTokenizer : Tokenizer
{
    private readonly PreTokenizer preTokenizer;
    private readonly TextNormalisation normalisation;
    private readonly bool preferWholeWords;
    private readonly int[] idOfByte = new int[256];
    private readonly PairTable merges;
    private Workspace? spare;

    public ByteLevelTokenizer(TokenizerDefinition definition, Vocabulary vocabulary)
        : base(vocabulary, definition.Markers, (id, bytes) => WriteBytes(vocabulary, id, bytes))
    {
        preTokenizer = PreTokenizer.Named(definition.PreTokenizer);
        normalisation = definition.Normalisation;
        preferWholeWords = definition.PreferWholeWords;
        for (var value = 0; value < 256; value++)
        {
            idOfByte[value] = vocabulary.TryGetOrdinary([ByteAlphabet.CharacterOf((byte)value)], out var id) ? id : -1;
        }

        merges = MergeTable.FromMerges(vocabulary, definition.Merges ?? throw new TokenizerException("there are no merges: byte-pair encoding needs them"), Symbol);
    }

    private protected override void EncodeText(ReadOnlySpan<char> text, IList<int> ids)
    {
        // Whoever comes while the workspace is taken makes one of its own; the last one put back is kept.
        var workspace = Interlocked.Exchange(ref spare, null) ?? new Workspace(merges);
        if (normalisation == TextNormalisation.Composed && UnicodeNormaliser.NeedsWork(text))
        {
            text = UnicodeNormaliser.Compose(text);
        }

        for (var position = 0; position < text.Length;)
        {
            var end = preTokenizer.EndOfWord(text, position);
            foreach (var id in EncodeWord(text[position..end], workspace))
            {
                ids.Add(id);
            }

            position = end;
        }

        spare = workspace;
    }

    private ReadOnlySpan<int> EncodeWord(ReadOnlySpan<char> word, Workspace workspace)
    {
        if (word.Length > WordCache.LongestWord)
        {
            return MergeWord(word, workspace);
        }

        if (!workspace.Words.TryGet(word, out var found))
        {
            found = MergeWord(word, workspace);
            workspace.Words.Add(word, found);
        }

        return found;
    }

    private ReadOnlySpan<int> MergeWord(ReadOnlySpan<char> word, Workspace workspace)
    {
        var bytes = workspace.BytesOf(word);
        var symbols = workspace.Symbols(bytes.Length);
        if (preferWholeWords && Vocabulary.TryGetOrdinary(workspace.CharactersOf(bytes), out var whole))
        {
            symbols[0] = whole;
            return symbols[..1];
        }

        var count = 0;
        foreach (var value in bytes)
        {
            symbols[count] = idOfByte[value];
            count += idOfByte[value] >= 0 ? 1 : 0;
        }

        return symbols[..workspace.Merger.Merge(symbols[..count])];
    }

    private static int? Symbol(Vocabulary vocabulary, ReadOnlySpan<char> text) => vocabulary.TryGetId(text, out var id) ? id : null;

    private static void WriteBytes(Vocabulary vocabulary, int id, System.Buffers.IBufferWriter<byte> bytes)
    {
        if (vocabulary.TypeOf(id) == TokenType.Normal)
        {
            ByteAlphabet.WriteBytes(vocabulary.TextOf(id), bytes);
        }
        else
        {
            Encoding.UTF8.GetBytes(vocabulary.TextOf(id), bytes);
        }
    }
}
