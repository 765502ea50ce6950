namespace Prudence.Budgeting.Tests;

public class RunLimitsParserTests
{
    [Fact]
    public void Reads_a_budget_of_all_kinds()
    {
        var limits = RunLimitsParser.Parse("60s, 4GiB,10000 expansions");

        Assert.Equal(new RunLimits { Time = TimeSpan.FromSeconds(60), MemoryBytes = 4L << 30, Expansions = 10_000 }, limits);
    }

    [Theory]
    [InlineData("500ms", 0.5)]
    [InlineData("60", 60)]
    [InlineData("1.5 s", 1.5)]
    [InlineData("5min", 300)]
    [InlineData("2m", 120)]
    [InlineData("1h", 3600)]
    [InlineData("1_000s", 1000)]
    public void Reads_times(string text, double seconds)
    {
        Assert.True(RunLimitsParser.TryParseTime(text, out var time, out _));
        Assert.Equal(TimeSpan.FromSeconds(seconds), time);
    }

    [Theory]
    [InlineData("1", 1)]
    [InlineData("10_000", 10_000)]
    [InlineData(" 25 ", 25)]
    public void Reads_counts(string text, long expected)
    {
        Assert.True(RunLimitsParser.TryParseCount(text, out var count, out _));
        Assert.Equal(expected, count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("2.5")]
    [InlineData("-1")]
    [InlineData("many")]
    [InlineData("10 expansions")]
    [InlineData("1e5")]
    [InlineData("99999999999999999999")]
    public void Refuses_what_is_not_a_count(string text)
    {
        Assert.False(RunLimitsParser.TryParseCount(text, out _, out var error));
        Assert.Contains("whole number", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("100B", 100)]
    [InlineData("4kB", 4000)]
    [InlineData("4KiB", 4096)]
    [InlineData("512MiB", 512L << 20)]
    [InlineData("0.5 GiB", 512L << 20)]
    [InlineData("4G", 4L << 30)]
    [InlineData("2GB", 2_000_000_000)]
    public void Reads_memory_sizes(string text, long expected)
    {
        Assert.True(RunLimitsParser.TryParseMemory(text, out var bytes, out _));
        Assert.Equal(expected, bytes);
    }

    [Theory]
    [InlineData("", "a limit is missing: write a time such as 60s")]
    [InlineData("60s,", "a limit is missing")]
    [InlineData("soon", "'soon' does not begin with a number")]
    [InlineData("-5s", "'-5s' does not begin with a number")]
    [InlineData("60", "'60' lacks a unit")]
    [InlineData("60 parsecs", "unknown unit 'parsecs' in '60 parsecs'")]
    [InlineData("60s, 5min", "'5min' limits time a second time")]
    [InlineData("1GiB, 2GiB", "'2GiB' limits memory a second time")]
    [InlineData("5 expansions, 5 expansions", "limits expansions a second time")]
    [InlineData("0s", "'0s' is out of range")]
    [InlineData("0 expansions", "'0 expansions' is out of range")]
    [InlineData("1.5 expansions", "is whole and at least 1")]
    [InlineData("1.2.3s", "'1.2.3s' does not begin with a number")]
    public void Says_what_is_wrong_and_what_to_write(string text, string message)
    {
        Assert.False(RunLimitsParser.TryParse(text, out var limits, out var error));
        Assert.Null(limits);
        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.Equal(error, Assert.Throws<FormatException>(() => RunLimitsParser.Parse(text)).Message);
    }

    [Theory]
    [InlineData("fast", "is not a time: write for example 500ms, 60s, 5min or 1h")]
    [InlineData("4GiB", "is not a time")]
    [InlineData("99999999999h", "is out of range")]
    public void Says_what_a_time_looks_like(string text, string message)
    {
        Assert.False(RunLimitsParser.TryParseTime(text, out _, out var error));
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("4", "is not a memory size: write for example 512MiB or 4GiB")]
    [InlineData("60s", "is not a memory size")]
    [InlineData("0B", "is out of range")]
    [InlineData("99999999TiB", "is out of range")]
    public void Says_what_a_memory_size_looks_like(string text, string message)
    {
        Assert.False(RunLimitsParser.TryParseMemory(text, out _, out var error));
        Assert.Contains(message, error, StringComparison.Ordinal);
    }
}
