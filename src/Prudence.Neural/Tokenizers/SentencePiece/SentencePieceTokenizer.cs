using System.Buffers;
using System.Text;

namespace Prudence.Neural.Tokenizers.SentencePiece;

/// <summary>
/// What both kinds of SentencePiece tokenizers do alike: spaces become U+2581, characters without a token become bytes or the unknown token.
/// Where no token has U+2581 behind another character, no token reaches across the begin of a word; then words are encoded one by one and remembered,
/// which gives the same tokens.
/// </summary>
internal abstract class SentencePieceTokenizer<TWorkspace> : Tokenizer
    where TWorkspace : class, IWordWorkspace
{
    private const char Space = SentencePieceText.Space;
    private readonly SpacePrefix prefix;
    private readonly bool removeExtraSpaces;
    private readonly bool fuseUnknown;
    private readonly bool wordsStandAlone;
    private readonly int unknown;
    private readonly ByteTokens? byteTokens;
    private TWorkspace? spare;

    protected SentencePieceTokenizer(TokenizerDefinition definition, Vocabulary vocabulary)
        : base(vocabulary, definition.Markers, (id, bytes) => WriteBytes(vocabulary, id, bytes))
    {
        (prefix, removeExtraSpaces, fuseUnknown) = (definition.SpacePrefix, definition.RemoveExtraSpaces, definition.FuseUnknown);
        byteTokens = definition.ByteFallback ? new ByteTokens(vocabulary) : null;
        unknown = Markers.Unknown ?? (byteTokens is not null ? -1
            : throw new TokenizerException("the vocabulary has neither an unknown token nor tokens for bytes: characters without a token could not be encoded"));
        wordsStandAlone = Enumerable.Range(0, vocabulary.Count).Where(vocabulary.IsOrdinary).All(id => StandsAlone(vocabulary.TextOf(id)));
    }

    /// <inheritdoc/>
    public override bool DropsFirstSpace => prefix != SpacePrefix.Never;

    private protected override string WrittenForm(int id) =>
        Vocabulary.TypeOf(id) == TokenType.UserDefined ? Vocabulary.TextOf(id).Replace(Space, ' ') : Vocabulary.TextOf(id);

    private protected override void EncodeText(ReadOnlySpan<char> text, IList<int> ids)
    {
        var buffer = ArrayPool<char>.Shared.Rent(text.Length + 1);
        var normalised = buffer.AsSpan(0, Normalise(text, buffer));
        // Whoever comes while the workspace is taken makes one of its own; the last one put back is kept.
        var workspace = Interlocked.Exchange(ref spare, null) ?? CreateWorkspace();
        var last = -1;
        for (var position = 0; position < normalised.Length;)
        {
            var end = wordsStandAlone ? EndOfWord(normalised, position) : normalised.Length;
            foreach (var id in EncodeWord(normalised[position..end], workspace))
            {
                if (!fuseUnknown || id != unknown || last != unknown)
                {
                    ids.Add(id);
                }

                last = id;
            }

            position = end;
        }

        spare = workspace;
        ArrayPool<char>.Shared.Return(buffer);
    }

    /// <summary>A workspace for one call at a time.</summary>
    protected abstract TWorkspace CreateWorkspace();

    /// <summary>The ids of a word in which spaces are U+2581.</summary>
    protected abstract ReadOnlySpan<int> FindTokens(ReadOnlySpan<char> word, TWorkspace workspace);

    /// <summary>Writes what a character without a token becomes; returns how many ids that are.</summary>
    protected int WriteUnknown(Rune character, Span<int> target)
    {
        if (byteTokens is not null)
        {
            return byteTokens.Write(character, target);
        }

        target[0] = unknown;
        return 1;
    }

    private ReadOnlySpan<int> EncodeWord(ReadOnlySpan<char> word, TWorkspace workspace)
    {
        if (word.Length > WordCache.LongestWord)
        {
            return FindTokens(word, workspace);
        }

        if (!workspace.Words.TryGet(word, out var found))
        {
            found = FindTokens(word, workspace);
            workspace.Words.Add(word, found);
        }

        return found;
    }

    private int Normalise(ReadOnlySpan<char> text, Span<char> target)
    {
        text = removeExtraSpaces ? text.Trim(' ') : text;
        var count = 0;
        if (!text.IsEmpty && (prefix == SpacePrefix.Always || (prefix == SpacePrefix.IfAbsent && text[0] is not (' ' or Space))))
        {
            target[count++] = Space;
        }

        foreach (var character in text)
        {
            if (character != ' ' || !removeExtraSpaces || count == 0 || target[count - 1] != Space)
            {
                target[count++] = character == ' ' ? Space : character;
            }
        }

        return count;
    }

    private static int EndOfWord(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && text[end] == Space)
        {
            end++;
        }

        var length = text[end..].IndexOf(Space);
        return length < 0 ? text.Length : end + length;
    }

    private static bool StandsAlone(string token) => token.AsSpan().TrimStart(Space).IndexOf(Space) < 0;

    private static void WriteBytes(Vocabulary vocabulary, int id, IBufferWriter<byte> bytes)
    {
        var text = vocabulary.TextOf(id);
        if (vocabulary.TypeOf(id) == TokenType.Byte && ByteTokens.TryParse(text, out var value))
        {
            bytes.Write([value]);
        }
        else
        {
            Encoding.UTF8.GetBytes(vocabulary.IsOrdinary(id) ? text.Replace(Space, ' ') : text, bytes);
        }
    }
}
