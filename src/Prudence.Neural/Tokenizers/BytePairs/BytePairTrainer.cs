using System.Runtime.InteropServices;
using System.Text;
using Prudence.Neural.Tokenizers.PreTokenizers;

namespace Prudence.Neural.Tokenizers.BytePairs;

/// <summary>
/// Trains byte-level byte-pair tokenizers: the most frequent pair of neighbouring tokens becomes a token, again and again. Among pairs of the same count the
/// one with the smaller left id goes first, then the one with the smaller right id, so that the same texts, in whatever order, give the same tokenizer.
/// </summary>
public static class BytePairTrainer
{
    /// <summary>Trains a tokenizer on texts.</summary>
    /// <exception cref="ArgumentException">The vocabulary is too small for the special tokens and the bytes.</exception>
    /// <exception cref="TokenizerException">The pre-tokenizer is not known.</exception>
    public static TokenizerDefinition Train(IEnumerable<string> texts, BytePairTrainingOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(options);
        var least = options.SpecialTokens.Count + 256;
        if (options.VocabularySize < least)
        {
            throw new ArgumentException($"the vocabulary has {options.VocabularySize} tokens: expected at least {least}, for {options.SpecialTokens.Count} special tokens and 256 bytes", nameof(options));
        }

        var tokens = new List<string>(options.SpecialTokens);
        tokens.AddRange(Enumerable.Range(0, 256).Select(static value => ByteAlphabet.CharacterOf((byte)value).ToString()));
        var merges = new List<Merge>();
        var pairs = new PairCounts(Words(texts, PreTokenizer.Named(options.PreTokenizer), options.SpecialTokens.Count, cancellation));
        var ids = tokens.Index().Skip(options.SpecialTokens.Count).ToDictionary(static item => item.Item, static item => item.Index, StringComparer.Ordinal);
        while (tokens.Count < options.VocabularySize && pairs.TryTakeBest(options.MinimumCount, out var left, out var right))
        {
            cancellation.ThrowIfCancellationRequested();
            var text = tokens[left] + tokens[right];
            if (text.Length > Vocabulary.LongestToken)
            {
                continue;
            }

            // Two pairs may make the same text: then the token is there already.
            if (ids.TryAdd(text, tokens.Count))
            {
                tokens.Add(text);
            }

            merges.Add(new Merge(tokens[left], tokens[right]));
            pairs.Merge(left, right, ids[text]);
        }

        return new TokenizerDefinition
        {
            Model = TokenizerModel.ByteLevelBytePair,
            Tokens = tokens,
            Types = [.. tokens.Select((_, id) => id < options.SpecialTokens.Count ? TokenType.Control : TokenType.Normal)],
            Merges = merges,
            PreTokenizer = options.PreTokenizer,
        };
    }

    private static List<CountedWord> Words(IEnumerable<string> texts, PreTokenizer preTokenizer, int firstByte, CancellationToken cancellation)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        var bySpan = counts.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var text in texts)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var position = 0; position < text.Length;)
            {
                var end = preTokenizer.EndOfWord(text, position);
                CollectionsMarshal.GetValueRefOrAddDefault(bySpan, text.AsSpan(position..end), out _)++;
                position = end;
            }
        }

        return [.. counts.Select(item => new CountedWord([.. Encoding.UTF8.GetBytes(item.Key).Select(value => firstByte + value)], item.Value))];
    }
}
