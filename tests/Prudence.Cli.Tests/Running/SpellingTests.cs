using Prudence.Cli.Running;

namespace Prudence.Cli.Tests.Running;

public class SpellingTests
{
    [Theory]
    [InlineData("plna", "plan")]
    [InlineData("vlidate", "validate")]
    [InlineData("groundd", "ground")]
    [InlineData("bogus", null)]
    [InlineData("", null)]
    public void Finds_the_word_that_was_meant(string word, string? meant) =>
        Assert.Equal(meant, Spelling.Nearest(word, ["validate", "plan", "ground", "lint"]));

    [Fact]
    public void Of_equally_close_words_takes_the_first_in_the_alphabet() => Assert.Equal("cat", Spelling.Nearest("cut", ["cot", "cat"]));
}
