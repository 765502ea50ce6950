namespace Prudence.Budgeting.Tests;

public sealed class RunLimitsParserFuzzTests
{
    private const int Count = 100_000;
    private const string Characters = "0123456789._smhkKMGTiBE, \t-+e\0";

    private static readonly string[] Pieces =
        ["60s", "5min", "500 ms", "1h", "4GiB", "512MB", "1_000", "10000 expansions", "1 expansion", ",", " ", "0", "-1", "1e9", "99999999999999999999", ".", "TiB", "İ", "ß", "\uD800", "9.5", "K"];

    [Fact]
    public void Any_text_is_a_budget_of_positive_limits_or_a_message()
    {
        var random = new Random(1);
        var read = 0;
        for (var i = 0; i < Count; i++)
        {
            var text = MakeText(random);
            if (!RunLimitsParser.TryParse(text, out var limits, out var error))
            {
                Assert.False(string.IsNullOrWhiteSpace(error), text);
                Assert.Equal(error, Assert.Throws<FormatException>(() => RunLimitsParser.Parse(text)).Message);
                continue;
            }

            read++;
            Assert.True(limits.Time is null || limits.Time > TimeSpan.Zero, text);
            Assert.True(limits.MemoryBytes is null or > 0, text);
            Assert.True(limits.Expansions is null or > 0, text);
            Assert.NotEqual(RunLimits.Unlimited, limits);
        }

        Assert.InRange(read, Count / 50, Count / 2);
    }

    private static string MakeText(Random random) => string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ =>
        random.Next(3) == 0 ? Characters[random.Next(Characters.Length)].ToString() : Pieces[random.Next(Pieces.Length)]));
}
