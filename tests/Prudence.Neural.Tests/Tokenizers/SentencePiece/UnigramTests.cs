using Prudence.Neural.Tokenizers;

namespace Prudence.Neural.Tests.Tokenizers.SentencePiece;

/// <summary>The unigram model against all segmentations of short texts.</summary>
public sealed class UnigramTests
{
    [Fact]
    public void The_segmentation_is_the_best_of_all()
    {
        var random = new Random(5);
        for (var round = 0; round < 1500; round++)
        {
            var definition = Pieces.Random(random, TokenizerModel.Unigram);
            var tokenizer = TokenizerFactory.Create(definition);
            for (var i = 0; i < 3; i++)
            {
                var text = Pieces.RandomText(random);
                var ids = new List<int>();
                tokenizer.Encode(text, ids);
                Assert.Equal(Best(definition, text), ids);
            }
        }
    }

    // The worked example of the Hugging Face course: tokens with their counts out of 210.
    [Theory]
    [InlineData("unhug", "un hug")]
    [InlineData("bugs", "b ugs")]
    public void The_example_of_the_course_has_its_tokens(string word, string tokens)
    {
        (string Text, int Count)[] pieces =
            [("h", 15), ("u", 36), ("g", 20), ("hu", 15), ("ug", 20), ("p", 17), ("pu", 17), ("n", 16), ("un", 16), ("b", 4), ("bu", 4), ("s", 5), ("hug", 15), ("gs", 5), ("ugs", 5)];
        var tokenizer = TokenizerFactory.Create(new TokenizerDefinition
        {
            Model = TokenizerModel.Unigram,
            Tokens = [.. pieces.Select(static piece => piece.Text), "<unk>"],
            Types = [.. pieces.Select(static _ => TokenType.Normal), TokenType.Unknown],
            Scores = [.. pieces.Select(static piece => MathF.Log(piece.Count / 210f)), 0],
            Markers = new MarkerIds { Unknown = pieces.Length },
        });
        var ids = new List<int>();
        tokenizer.Encode(word, ids);
        Assert.Equal(tokens.Split(' '), ids.Select(tokenizer.Vocabulary.TextOf));
    }

    [Fact]
    public void Unknown_neighbours_become_one_token_and_spaces_are_tidied_when_asked_for()
    {
        var tokenizer = TokenizerFactory.Create(new TokenizerDefinition
        {
            Model = TokenizerModel.Unigram,
            Tokens = ["<unk>", "\u2581", "a"],
            Types = [TokenType.Unknown, TokenType.Normal, TokenType.Normal],
            Scores = [0, -1, -1],
            SpacePrefix = SpacePrefix.Always,
            RemoveExtraSpaces = true,
            FuseUnknown = true,
            Markers = new MarkerIds { Unknown = 0 },
        });
        var ids = new List<int>();
        tokenizer.Encode("  axyz  a ", ids);
        Assert.Equal([1, 2, 0, 1, 2], ids);
    }

    // Among equal sums the one whose last token is longest, and so on backwards.
    private static List<int> Best(TokenizerDefinition definition, string text)
    {
        var characters = Pieces.Escape(definition, text);
        var usable = Enumerable.Range(0, definition.Tokens.Count).Where(id => definition.Types![id] == TokenType.Normal).ToList();
        var unknown = (usable.Count == 0 ? 0 : usable.Min(id => (double)definition.Scores![id])) - 10;
        var best = All(characters.Count).OrderByDescending(static way => way.Score).ThenByDescending(static way => way.Lengths, Comparer<List<int>>.Create(Backwards)).First();
        return best.Ids;

        IEnumerable<(double Score, List<int> Ids, List<int> Lengths)> All(int end)
        {
            if (end == 0)
            {
                yield return (0, [], []);
            }

            for (var length = 1; length <= end; length++)
            {
                var id = Pieces.Find(definition, string.Concat(characters.Skip(end - length).Take(length)));
                foreach (var (score, ids, lengths) in id >= 0 || length == 1 ? All(end - length) : [])
                {
                    yield return (score + (id >= 0 ? definition.Scores![id] : unknown), [.. ids, Math.Max(0, id)], [.. lengths, length]);
                }
            }
        }
    }

    private static int Backwards(List<int> left, List<int> right) =>
        left.AsEnumerable().Reverse().Zip(right.AsEnumerable().Reverse(), static (a, b) => a.CompareTo(b)).FirstOrDefault(static order => order != 0);
}
