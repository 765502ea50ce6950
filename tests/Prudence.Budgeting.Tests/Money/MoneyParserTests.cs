namespace Prudence.Budgeting.Tests;

public class MoneyParserTests
{
    [Theory]
    [InlineData("$0.0125", 12_500_000)]
    [InlineData("0.0125 USD", 12_500_000)]
    [InlineData("0.0125usd", 12_500_000)]
    [InlineData("12.5m$", 12_500_000)]
    [InlineData("12.5 m$", 12_500_000)]
    [InlineData("3µ$", 3_000)]
    [InlineData("3μ$", 3_000)]
    [InlineData("3u$", 3_000)]
    [InlineData("5n$", 5)]
    [InlineData("5$", 5_000_000_000)]
    [InlineData("$1,000.50", 1_000_500_000_000)]
    [InlineData("$1_000", 1_000_000_000_000)]
    [InlineData("$0.000_001", 1_000)]
    [InlineData("  $2  ", 2_000_000_000)]
    [InlineData("-$0.02", -20_000_000)]
    [InlineData("-5n$", -5)]
    [InlineData("$5 USD", 5_000_000_000)]
    [InlineData("$0.0000000010000", 1)]
    [InlineData("$9,223,372,036.854775807", long.MaxValue)]
    public void Reads_amounts(string text, long nanoDollars)
    {
        Assert.True(MoneyParser.TryParse(text, out var money, out var error), error);
        Assert.Equal(nanoDollars, money.NanoDollars);
    }

    [Theory]
    [InlineData("", "an amount is missing: write US dollars such as $0.0125")]
    [InlineData("  ", "an amount is missing")]
    [InlineData("3 EUR", "'3 EUR' is in another currency, and only US dollars are counted: convert it")]
    [InlineData("€3", "only US dollars are counted")]
    [InlineData("3 €", "only US dollars are counted")]
    [InlineData("12 ¢", "only US dollars are counted")]
    [InlineData("EUR 3", "only US dollars are counted")]
    [InlineData("USD 3", "does not begin with an amount")]
    [InlineData("5\u001b[31m", "'5?[31m'")]
    [InlineData("$_1", "is not an amount")]
    [InlineData("$1_", "is not an amount")]
    [InlineData("$1__0", "is not an amount")]
    [InlineData("$1_.5", "is not an amount")]
    [InlineData("$1._5", "is not an amount")]
    [InlineData("1111111111222222222233333333334444444444555", "'1111111111222222222233333333334444444444...' lacks a unit")]
    [InlineData("5", "'5' lacks a unit: write US dollars")]
    [InlineData("$", "'$' is not an amount")]
    [InlineData("lots", "'lots' does not begin with an amount")]
    [InlineData("5 cents", "unknown unit 'cents' in '5 cents'")]
    [InlineData("1e-5 USD", "unknown unit 'e-5 USD'")]
    [InlineData("$5m$", "unknown unit 'm$'")]
    [InlineData("$0.0000000001", "is finer than a nano-dollar")]
    [InlineData("0.5n$", "is finer than a nano-dollar")]
    [InlineData("1.0001u$", "is finer than a nano-dollar")]
    [InlineData("$9223372036.854775808", "is too large: an amount is at most $9,223,372,036.854775807")]
    [InlineData("$99999999999999999999999999", "is too large")]
    [InlineData("$1.2.3", "is not an amount")]
    [InlineData("$1.", "is not an amount")]
    [InlineData("$.5", "is not an amount")]
    [InlineData("$0,5", "is not an amount")]
    [InlineData("$1,00", "is not an amount")]
    [InlineData("$1000,000", "is not an amount")]
    [InlineData("$1,000,00", "is not an amount")]
    [InlineData("$0.1,000", "is not an amount")]
    [InlineData("--$5", "does not begin with an amount")]
    public void Says_what_is_wrong_and_what_to_write(string text, string message)
    {
        Assert.False(MoneyParser.TryParse(text, out var money, out var error));
        Assert.Equal(default, money);
        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.Equal(error, Assert.Throws<FormatException>(() => MoneyParser.Parse(text)).Message);
    }

    [Fact]
    public void Any_text_is_an_amount_or_a_message()
    {
        const string characters = "0123456789.,$muµn -UE_e\0€";
        var (random, read) = (new Random(1), 0);
        for (var i = 0; i < 100_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => characters[random.Next(characters.Length)]));
            if (MoneyParser.TryParse(text, out var money, out var error))
            {
                read++;
                Assert.Equal(money, Money.Parse(money.ToString()));
            }
            else
            {
                Assert.False(string.IsNullOrWhiteSpace(error), text);
            }
        }

        Assert.InRange(read, 500, 50_000);
    }
}
