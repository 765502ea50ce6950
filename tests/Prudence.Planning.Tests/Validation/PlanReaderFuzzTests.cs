using Prudence.Planning.Language;
using Prudence.Planning.Tests.Fuzzing;
using Prudence.Planning.Validation;

namespace Prudence.Planning.Tests.Validation;

/// <summary>Damaged plan files are read or refused line by line; what is read is written and read back the same.</summary>
public sealed class PlanReaderFuzzTests
{
    private const int Count = 20_000;

    private static readonly string[] Seeds =
    [
        "(pick-up b1)\n(stack b1 b2)\n; cost = 2 (unit cost)\n",
        "; a plan\r\n\r\n0.000: (Drive T1 A B) [1.5]\r\n12.25: (unload p1\tt1) [1]\r\n",
        "(noop)\r(noop)\r;\r",
        "(a)\n(b c d e f g h)\n(i)\n",
        "pick up block a\n1. stack a on b\n",
    ];

    private static readonly string[] Words =
    [
        "(", ")", "()", "( )", ";", ":", "[", "]", "[1]", "0.1:", "\n", "\r", "\r\n", "\t", "\u0085", "\u2028", "\f", "\v", "\u00A0", "\0", "\uFEFF", "\uD800", "İ", "ß", "-", "a", "A B", ",",
    ];

    [Fact]
    public void Damaged_plans_are_read_or_refused()
    {
        var fuzz = new StringFuzz(Seeds, Words);
        var read = 0;
        new FuzzRun("plan", seed =>
        {
            var text = fuzz.Mutate(seed);
            return new Mutant([("text.plan", text)], () => Interlocked.Add(ref read, Check(text) ? 1 : 0));
        }).Run(0, Count);
        Assert.InRange(read, Count / 10, Count * 9 / 10);
    }

    private static bool Check(string text)
    {
        var result = PlanReader.Read(text, "plan");
        Assert.Equal(result.Diagnostics.IsEmpty, result.IsSuccess);
        foreach (var diagnostic in result.Diagnostics)
        {
            var line = DiagnosticRenderer.FindLine(text, diagnostic.Position.Line);
            Assert.True(line is not null && diagnostic.Position.Column >= 1 && diagnostic.Position.Column <= line.Length, $"a message outside of the file: {diagnostic}");
            Assert.DoesNotContain('\n', diagnostic.Message);
        }

        if (result.Value is { } plan)
        {
            var again = PlanReader.Read(PlanWriter.Write(plan, 0, hasMetric: false), "plan");
            Assert.Equal(plan.Steps.AsEnumerable(), again.Value!.Steps);
        }

        return result.IsSuccess;
    }
}
