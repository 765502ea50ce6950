using Prudence.Planning.Language.Reading;

namespace Prudence.Planning.Tests.Language;

public sealed class SpellingTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("on-tabel", "on-table", 1)]
    [InlineData("ca", "abc", 3)]
    [InlineData("clear", "clear", 0)]
    [InlineData("a", "", 1)]
    public void Distance_counts_edits_and_swaps(string left, string right, int expected)
    {
        Assert.Equal(expected, Spelling.Distance(left, right));
        Assert.Equal(expected, Spelling.Distance(right, left));
    }

    [Theory]
    [InlineData("claer", "clear")]
    [InlineData("onn", null)]
    [InlineData("holding1", "holding")]
    [InlineData("on", null)]
    [InlineData("something", null)]
    [InlineData(":precondtion", ":precondition")]
    public void The_nearest_name_is_found_if_it_is_near(string name, string? expected) =>
        Assert.Equal(expected, Spelling.Nearest(name, ["clear", "holding", "at", ":precondition", ":parameters"]));

    [Theory]
    [InlineData("block1", "block12", true)]
    [InlineData("block1", "block2", true)]
    [InlineData("block1", "blokc1", false)]
    public void Numbered_names_are_told_from_slips(string left, string right, bool expected) => Assert.Equal(expected, Spelling.DifferInDigitsOnly(left, right));
}
