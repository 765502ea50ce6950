using Prudence.Budgeting;
using Prudence.Cli.Output;

namespace Prudence.Cli.Tests.Output;

public class ReceiptTableTests
{
    [Fact]
    public void Shows_phases_the_total_and_what_is_left()
    {
        var text = Write(new Receipt(
            [Line("grounding", 250, 40, 0), Line("search", 750, 60, 1234)],
            new RunLimits { Time = TimeSpan.FromSeconds(60), MemoryBytes = 100 << 20 },
            StopReason.None));

        Assert.Equal(
            """
            Receipt
                           time  peak memory  expansions
              grounding  250 ms     40.0 MiB
              search     750 ms     60.0 MiB       1,234
              total      1.00 s     60.0 MiB       1,234
              time    1.00 s of 60.0 s, 59.0 s left
              memory  60.0 MiB of 100 MiB, 40.0 MiB left

            """,
            text);
    }

    [Theory]
    [InlineData(StopReason.Time, "time        1.00 s of 1.00 s, used up", "the time limit")]
    [InlineData(StopReason.Memory, "memory      60.0 MiB of 64.0 MiB, used up", "the memory limit")]
    [InlineData(StopReason.Expansions, "expansions  1,234 of 1,234, used up", "the expansion limit")]
    [InlineData(StopReason.Cancelled, "time        1.00 s of 1.00 s, 0.00 µs left", "a request to end")]
    public void Says_which_limit_ended_the_run(StopReason reason, string limit, string name)
    {
        var limits = new RunLimits { Time = TimeSpan.FromSeconds(1), MemoryBytes = 64 << 20, Expansions = 1234 };
        var text = Write(new Receipt([Line("search", 1000, 60, 1234)], limits, reason));

        Assert.Contains(limit, text, StringComparison.Ordinal);
        Assert.Contains($"stopped by  {name}\n", text, StringComparison.Ordinal);
    }

    private static ReceiptLine Line(string purpose, int milliseconds, int mebibytes, long expansions) => new(
        purpose, Cost.Zero.With(Resource.WallTime, milliseconds * 1000).With(Resource.Memory, mebibytes << 20).With(Resource.Expansions, expansions));

    private static string Write(Receipt receipt)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        ReceiptTable.Write(new PlainTextOutput(writer), receipt);
        return writer.ToString();
    }
}
