using System.Buffers;
using System.Text;

namespace Prudence.Neural.Tokenizers;

/// <summary>What all tokenizers do alike: look for special tokens, write tokens back as bytes.</summary>
public abstract class Tokenizer : ITokenizer
{
    private readonly SpecialTokenMatcher userDefined;
    private readonly SpecialTokenMatcher special;
    private readonly byte[] bytes;
    private readonly int[] offsets;

    private protected Tokenizer(Vocabulary vocabulary, MarkerIds markers, Action<int, IBufferWriter<byte>> writeBytes)
    {
        Vocabulary = vocabulary;
        Markers = Checked(markers, vocabulary.Count);
        userDefined = new SpecialTokenMatcher(Special(static type => type == TokenType.UserDefined));
        special = new SpecialTokenMatcher(Special(static type => type is TokenType.UserDefined or TokenType.Control or TokenType.Unknown));
        var written = new ArrayBufferWriter<byte>();
        offsets = new int[vocabulary.Count + 1];
        for (var id = 0; id < vocabulary.Count; id++)
        {
            writeBytes(id, written);
            offsets[id + 1] = written.WrittenCount;
        }

        bytes = written.WrittenSpan.ToArray();
    }

    /// <inheritdoc/>
    public int VocabularySize => Vocabulary.Count;

    /// <inheritdoc/>
    public Vocabulary Vocabulary { get; }

    /// <inheritdoc/>
    public MarkerIds Markers { get; }

    /// <inheritdoc/>
    public virtual bool DropsFirstSpace => false;

    /// <inheritdoc/>
    public void Encode(ReadOnlySpan<char> text, IList<int> ids, bool parseSpecial = false) => Encode(text, ids, parseSpecial ? special : userDefined, null);

    /// <inheritdoc/>
    public void Encode(ReadOnlySpan<char> text, IList<int> ids, SpecialTokenFilter accepts)
    {
        ArgumentNullException.ThrowIfNull(accepts);
        Encode(text, ids, special, accepts);
    }

    /// <inheritdoc/>
    public string Decode(ReadOnlySpan<int> ids)
    {
        var written = new ArrayBufferWriter<byte>();
        DecodeBytes(ids, written);
        return Encoding.UTF8.GetString(written.WrittenSpan);
    }

    /// <inheritdoc/>
    public void DecodeBytes(ReadOnlySpan<int> ids, IBufferWriter<byte> bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        var isFirst = DropsFirstSpace;
        foreach (var id in ids)
        {
            var token = BytesOf(id);
            bytes.Write(isFirst && token is [(byte)' ', ..] ? token[1..] : token);
            isFirst = false;
        }
    }

    /// <inheritdoc/>
    public ReadOnlySpan<byte> BytesOf(int id)
    {
        if ((uint)id >= (uint)Vocabulary.Count)
        {
            throw new ArgumentOutOfRangeException(nameof(id), id, $"the vocabulary has the ids from 0 to {Vocabulary.Count - 1}");
        }

        return bytes.AsSpan(offsets[id]..offsets[id + 1]);
    }

    /// <summary>Appends the ids of a text without special tokens.</summary>
    private protected abstract void EncodeText(ReadOnlySpan<char> text, IList<int> ids);

    /// <summary>The text of a special token as it stands in texts.</summary>
    private protected virtual string WrittenForm(int id) => Vocabulary.TextOf(id);

    private void Encode(ReadOnlySpan<char> text, IList<int> ids, SpecialTokenMatcher matcher, SpecialTokenFilter? accepts)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var position = 0;
        while (!matcher.IsEmpty && matcher.TryFind(text, position, accepts, out var start, out var length, out var id))
        {
            EncodeUnlessEmpty(text[position..start], ids);
            ids.Add(id);
            position = start + length;
        }

        EncodeUnlessEmpty(text[position..], ids);
    }

    private void EncodeUnlessEmpty(ReadOnlySpan<char> text, IList<int> ids)
    {
        if (!text.IsEmpty)
        {
            EncodeText(text, ids);
        }
    }

    private IEnumerable<(string Text, int Id)> Special(Func<TokenType, bool> wanted) =>
        Enumerable.Range(0, Vocabulary.Count).Where(id => wanted(Vocabulary.TypeOf(id))).Select(id => (WrittenForm(id), id));

    private static MarkerIds Checked(MarkerIds markers, int count)
    {
        foreach (var (name, id) in new[] { ("begin", markers.Begin), ("end", markers.End), ("unknown", markers.Unknown), ("separator", markers.Separator), ("padding", markers.Padding) })
        {
            if (id is { } given && (uint)given >= (uint)count)
            {
                throw new TokenizerException($"the {name} token has the id {given}: the vocabulary has the ids from 0 to {count - 1}");
            }
        }

        return markers;
    }
}
