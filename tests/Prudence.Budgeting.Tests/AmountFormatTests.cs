using System.Globalization;

namespace Prudence.Budgeting.Tests;

public class AmountFormatTests
{
    [Theory]
    [InlineData(0, "0.00 µs")]
    [InlineData(840, "840 µs")]
    [InlineData(999, "999 µs")]
    [InlineData(1_000, "1.00 ms")]
    [InlineData(12_512, "12.5 ms")]
    [InlineData(999_600, "1.00 s")]
    [InlineData(1_250_000, "1.25 s")]
    [InlineData(99_940_000, "99.9 s")]
    [InlineData(99_960_000, "1 min 40 s")]
    [InlineData(245_000_000, "4 min 5 s")]
    [InlineData(3_599_600_000, "1 h 0 min")]
    [InlineData(7_260_000_000, "2 h 1 min")]
    public void Writes_times(long microseconds, string text) =>
        Assert.Equal(text, AmountFormat.Describe(Resource.WallTime, microseconds));

    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(999, "999 B")]
    [InlineData(1_023, "1.00 KiB")]
    [InlineData(88_080_384, "84.0 MiB")]
    [InlineData(4L << 30, "4.00 GiB")]
    [InlineData(long.MaxValue, "8.00 EiB")]
    public void Writes_memory(long bytes, string text) => Assert.Equal(text, AmountFormat.Describe(Resource.Memory, bytes));

    [Fact]
    public void Rounds_as_the_framework_does()
    {
        var random = new Random(7);
        for (var i = 0; i < 20_000; i++)
        {
            var microseconds = (long)Math.Exp(random.NextDouble() * Math.Log(99_000_000));
            if (microseconds.ToString(CultureInfo.InvariantCulture).TrimEnd('0').EndsWith('5'))
            {
                // Perhaps just between two: binary fractions fall on either side.
                continue;
            }

            var value = (decimal)microseconds;
            var (number, unit) = value < 999.5m ? (value, "µs") : value < 999_500 ? (value / 1000, "ms") : (value / 1_000_000, "s");
            var format = number < 9.995m ? "0.00" : number < 99.95m ? "0.0" : "0";

            Assert.Equal($"{number.ToString(format, CultureInfo.InvariantCulture)} {unit}", AmountFormat.Describe(Resource.WallTime, microseconds));
        }
    }

    [Fact]
    public void Writes_counts_with_their_name() => Assert.Equal("10,532 expansions", AmountFormat.Describe(Resource.Expansions, 10_532));

    [Fact]
    public void Writes_unknown_units_as_they_are() => Assert.Equal("1,500 nUSD money", AmountFormat.Describe(new Resource("money", "nUSD"), 1500));
}
