using FsCheck;
using FsCheck.Fluent;

namespace Prudence.Budgeting.Tests;

public class MoneyTests
{
    private static readonly Config Seeded = Config.QuickThrowOnFailure.WithReplay(20260725, 7).WithMaxTest(1000);

    [Theory]
    [InlineData(0, "$0.00")]
    [InlineData(1, "$0.000000001")]
    [InlineData(12_500_000, "$0.0125")]
    [InlineData(1_000_000_000, "$1.00")]
    [InlineData(1_234_500_000_000, "$1,234.50")]
    [InlineData(1_234_567_890_123_456_789, "$1,234,567,890.123456789")]
    [InlineData(-20_000_000, "-$0.02")]
    [InlineData(-1, "-$0.000000001")]
    [InlineData(long.MaxValue, "$9,223,372,036.854775807")]
    [InlineData(long.MinValue, "-$9,223,372,036.854775808")]
    public void Is_written_exactly(long nanoDollars, string text) => Assert.Equal(text, new Money(nanoDollars).ToString());

    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    [InlineData(0)]
    public void Extremes_are_read_back(long nanoDollars) => Assert.Equal(new Money(nanoDollars), Money.Parse(new Money(nanoDollars).ToString()));

    [Fact]
    public void What_is_written_is_read_back() => Prop.ForAll(Amounts().ToArbitrary(), static money => Money.Parse(money.ToString()) == money).Check(Seeded);

    [Fact]
    public void Order_is_that_of_the_amounts() => Prop.ForAll(Amounts().Two().ToArbitrary(), static pair =>
    {
        var (a, b) = pair;
        return a < b == a.NanoDollars < b.NanoDollars && a <= b == a.NanoDollars <= b.NanoDollars && a > b == b < a && a >= b == b <= a
            && Math.Sign(a.CompareTo(b)) == a.NanoDollars.CompareTo(b.NanoDollars);
    }).Check(Seeded);

    [Fact]
    public void Calculates_exactly()
    {
        Assert.Equal(Money.Parse("$0.30"), Money.Parse("$0.10") + Money.Parse("$0.20"));
        Assert.Equal(Money.Parse("-$0.10"), Money.Parse("$0.10") - Money.Parse("$0.20"));
        Assert.Equal(Money.Parse("-$0.10"), -Money.Parse("$0.10"));
        Assert.Equal(Money.Parse("$0.70"), Money.Parse("$0.10") * 7);
    }

    [Fact]
    public void Refuses_to_overflow()
    {
        Assert.Throws<OverflowException>(() => Money.MaxValue + new Money(1));
        Assert.Throws<OverflowException>(() => new Money(long.MinValue) - new Money(1));
        Assert.Throws<OverflowException>(() => -new Money(long.MinValue));
        Assert.Throws<OverflowException>(() => Money.MaxValue * 2);
    }

    [Fact]
    public void Stands_on_receipts()
    {
        var cost = Cost.Zero.With(Resource.Money, 12_500_000).With(Resource.InputTokens, 1_500).With(Resource.Calls("search"), 3);

        Assert.Equal("3 calls of search, 1,500 input-tokens, $0.0125", cost.ToString());
    }

    [Fact]
    public void A_tool_has_a_name() => Assert.Throws<ArgumentException>(() => Resource.Calls(" "));

    private static Gen<Money> Amounts() =>
        from bits in Gen.Choose(0, 62)
        from high in Gen.Choose(int.MinValue, int.MaxValue)
        from low in Gen.Choose(int.MinValue, int.MaxValue)
        select new Money((((long)high << 32) ^ (uint)low) >> bits);
}
