using Prudence.Planning.Configuration;

namespace Prudence.Planning.Tests.Configuration;

public sealed class OptionReaderTests
{
    [Fact]
    public void Missing_options_take_their_defaults()
    {
        var reader = Read("astar(ff)");

        Assert.Equal(7, reader.Integer("weight", 7));
        Assert.True(reader.Flag("reopen", true));
        Assert.Equal(2, reader.Choice("cost", 2, ("one", 1)));
        Assert.Null(reader.Node("lookahead"));
        reader.RefuseRest();
    }

    [Theory]
    [InlineData("s(weight=many)", "whole number")]
    [InlineData("s(weight=0)", "at least 1")]
    [InlineData("s(reopen=perhaps)", "true or false")]
    [InlineData("s(cost=three)", "one, two")]
    [InlineData("s(wieght=3)", "it takes weight, reopen, cost")]
    public void Wrong_values_and_names_are_refused_by_name(string text, string message)
    {
        var reader = Read(text);

        var error = Assert.Throws<ConfigurationException>(() =>
        {
            reader.Integer("weight", 1, minimum: 1);
            reader.Flag("reopen", false);
            reader.Choice("cost", 1, ("one", 1), ("two", 2));
            reader.RefuseRest();
        });
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    private static OptionReader Read(string text) => new(ConfigurationParser.Parse(text));
}
