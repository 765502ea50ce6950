using Prudence.Planning.Configuration;

namespace Prudence.Planning.Tests.Configuration;

public sealed class ConfigurationParserTests
{
    [Fact]
    public void Names_arguments_and_options_are_read()
    {
        var expression = ConfigurationParser.Parse(" Lazy_Greedy( ff(cost=plus-one), landmark-sum , preferred = all, boost=1000 ) ");

        Assert.Equal("lazy-greedy", expression.Name);
        Assert.Equal(["ff", "landmark-sum"], expression.Arguments.Select(argument => argument.Name));
        Assert.Equal("plus-one", expression.Arguments[0].Options["cost"].Name);
        Assert.Equal("1000", expression.Options["boost"].Name);
    }

    [Theory]
    [InlineData("astar")]
    [InlineData("astar(lmcut)")]
    [InlineData("iterated(lazy-greedy(ff, preferred=all), wastar(ff, weight=3), repeat=true)")]
    public void What_is_written_is_read_back(string text) =>
        Assert.Equal(text, ConfigurationParser.Parse(text).ToString());

    [Theory]
    [InlineData("", 0, "a name was expected at the end")]
    [InlineData("astar(", 6, "a name was expected at the end")]
    [InlineData("astar(ff", 8, "',' or ')' was expected")]
    [InlineData("astar(ff,)", 9, "a name was expected, ')' found")]
    [InlineData("astar)", 5, "')' stands after the end")]
    [InlineData("astar(weight=2, weight=3)", 16, "given twice")]
    [InlineData("astar(f(x)=2)", 6, "an option's name cannot have arguments")]
    public void Mistakes_are_named_with_their_place(string text, int position, string message)
    {
        var error = Assert.Throws<ConfigurationException>(() => ConfigurationParser.Parse(text));

        Assert.Equal(position, error.Position);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Endless_nesting_is_refused() =>
        Assert.Throws<ConfigurationException>(() => ConfigurationParser.Parse(string.Concat(Enumerable.Repeat("a(", 10_000))));
}
