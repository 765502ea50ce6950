using System.Text;
using Prudence.Budgeting.Prices;

namespace Prudence.Budgeting.Tests.Prices;

public class TokenEstimateTests
{
    private const string Characters = "ab etn\n.,09äß€漢🙂\uD800";

    [Theory]
    [InlineData("", 0)]
    [InlineData("hello", 5)]
    [InlineData("für", 4)]
    [InlineData("漢字", 6)]
    [InlineData("🙂", 4)]
    public void Counts_bytes(string text, long expected) => Assert.Equal(expected, TokenEstimate.AtMost(text));

    [Fact]
    public void Half_a_character_is_sent_as_a_replacement_of_three_bytes() => Assert.Equal(3, TokenEstimate.AtMost("\uD83D"));

    [Fact]
    public void Frames_each_message_and_the_answer()
    {
        Assert.Equal(TokenEstimate.PerMessage, TokenEstimate.AtMost([]));
        Assert.Equal(5 + 2 + (3 * TokenEstimate.PerMessage), TokenEstimate.AtMost(["hello", "du"]));
        Assert.Equal(7, TokenEstimate.AtMost(["hello", "du"], perMessage: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => TokenEstimate.AtMost(["x"], perMessage: -1));
    }

    [Fact]
    public void No_tokenizer_that_pairs_bytes_makes_more_tokens()
    {
        var random = new Random(1);
        var tight = 0;
        for (var i = 0; i < 5_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => Characters[random.Next(Characters.Length)]));
            var tokens = Tokenize(text, RandomMerges(random));
            Assert.InRange(tokens, 0, TokenEstimate.AtMost(text));
            tight += tokens == TokenEstimate.AtMost(text) ? 1 : 0;
        }

        Assert.InRange(tight, 50, 4_500);
    }

    private static List<(int Left, int Right)> RandomMerges(Random random)
    {
        var alphabet = Encoding.UTF8.GetBytes(Characters);
        return [.. Enumerable.Range(256, random.Next(40)).Select(next => (Symbol(next), Symbol(next)))];

        int Symbol(int next) => random.Next(2) == 0 || next == 256 ? alphabet[random.Next(alphabet.Length)] : random.Next(256, next);
    }

    /// <summary>Byte-pair encoding as it is defined: one token per byte, then merge after merge.</summary>
    private static int Tokenize(string text, List<(int Left, int Right)> merges)
    {
        var tokens = Encoding.UTF8.GetBytes(text).Select(static value => (int)value).ToList();
        for (var merge = 0; merge < merges.Count; merge++)
        {
            for (var i = 0; i + 1 < tokens.Count; i++)
            {
                if (tokens[i] == merges[merge].Left && tokens[i + 1] == merges[merge].Right)
                {
                    tokens[i] = 256 + merge;
                    tokens.RemoveAt(i + 1);
                }
            }
        }

        return tokens.Count;
    }
}
