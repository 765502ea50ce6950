using System.Numerics;
using Prudence.Budgeting;
using Prudence.Cli.Ledgers.Reconciliation;

namespace Prudence.Cli.Tests.Ledgers;

public sealed class ReconcilerTests
{
    [Fact]
    public void Whatever_is_compared_the_sums_are_those_of_the_ledger_and_the_invoice()
    {
        var random = new Random(4);
        for (var round = 0; round < 300; round++)
        {
            var reconciler = new Reconciler(new ReconciliationRequest
            {
                Resource = Resource.Money,
                Grouping = Grouping.Parse(new[] { "day", "total", "day,scope", "month,purpose", "scope,purpose", "day,scope,purpose" }[random.Next(6)]),
                TimeZone = TimeZoneInfo.Utc,
                InvoiceId = "i",
                Range = new Cli.Ledgers.TimeRange(DateTimeOffset.MinValue, DateTimeOffset.MaxValue),
            });
            var (invoiced, charged) = (0L, (Int128)0);
            for (var line = 1; line <= random.Next(30); line++)
            {
                var nano = random.NextInt64(-1000, 100_000);
                invoiced += nano;
                reconciler.Add(new InvoiceLine(line, new DateOnly(2026, 3, random.Next(1, 4)), random.Next(3) == 0 ? $"k{random.Next(9)}" : "", $"s{random.Next(3)}", $"p{random.Next(2)}", Exact(nano)));
            }

            for (var sequence = 1; sequence <= random.Next(30); sequence++)
            {
                var entry = Entry(random, sequence);
                charged += entry.Kind is not (LedgerEntryKind.Settle or LedgerEntryKind.Adjust) ? 0 : entry.Marks == LedgerMarks.Credit ? -entry.Amounts[Resource.Money] : entry.Amounts[Resource.Money];
                reconciler.Add(entry);
            }

            var result = reconciler.Result();
            Assert.Equal(charged, result.Ledger);
            Assert.Equal(invoiced, result.Invoice);
            Assert.Equal(result.Agrees, result.Rows.All(static row => row.Difference == 0));
        }
    }

    [Theory]
    [InlineData("0.0125", "0.0125")]
    [InlineData("0.003835980000000000000000000000", "0.00383598")]
    [InlineData("$1,234.50", "1234.5")]
    [InlineData("-3e-05", "-0.00003")]
    [InlineData("1.5E2", "150")]
    [InlineData(" .5 ", "0.5")]
    [InlineData("0.000000000000000000000000000001", "0.000000000000000000000000000001")]
    public void Amounts_are_read_exactly(string text, string value)
    {
        Assert.True(ExactAmount.TryParse(text, out var amount));
        var parts = value.TrimStart('-').Split('.');
        var units = BigInteger.Parse(parts[0] + (parts.Length > 1 ? parts[1] : "").PadRight(30, '0'), System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(value[0] == '-' ? -units : units, amount.Units);
    }

    [Theory]
    [InlineData("")]
    [InlineData("$")]
    [InlineData("1.2.3")]
    [InlineData("0,5")]
    [InlineData("1,2345")]
    [InlineData("1e99")]
    [InlineData("0x10")]
    [InlineData("١")]
    [InlineData("0.0000000000000000000000000000001")]
    [InlineData("--1")]
    public void What_is_no_amount_is_refused(string text) => Assert.False(ExactAmount.TryParse(text, out _));

    [Theory]
    [InlineData("0.0000000005", 1L)]
    [InlineData("0.00000000049999", 0L)]
    [InlineData("-0.0000000005", -1L)]
    [InlineData("9223372036.854775807", long.MaxValue)]
    [InlineData("9223372036.8547758075", null)]
    public void Sums_are_rounded_once_to_the_nearest_nano_dollar(string text, long? nano)
    {
        Assert.True(ExactAmount.TryParse(text, out var amount));
        Assert.Equal(nano, amount.Round(9));
    }

    private static ExactAmount Exact(long nano) => new(nano * BigInteger.Pow(10, 21));

    private static LedgerEntry Entry(Random random, long sequence)
    {
        var kind = (LedgerEntryKind)random.Next(1, 7);
        return new LedgerEntry
        {
            Sequence = sequence,
            Kind = kind,
            Marks = kind == LedgerEntryKind.Adjust && random.Next(2) == 0 ? LedgerMarks.Credit : LedgerMarks.None,
            Time = new DateTimeOffset(2026, 3, random.Next(1, 5), 0, 0, 0, TimeSpan.Zero),
            HoldId = kind is LedgerEntryKind.Grant or LedgerEntryKind.Adjust ? 0 : random.Next(1, 6),
            Scope = $"s{random.Next(3)}",
            Purpose = $"p{random.Next(2)}",
            IdempotencyKey = random.Next(2) == 0 ? $"k{random.Next(9)}" : "",
            Amounts = Cost.Zero.With(Resource.Money, random.Next(0, 100_000)),
        };
    }
}
