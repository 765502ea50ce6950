using Prudence.Planning.Tasks;
using Prudence.Planning.Tests.Fuzzing;

namespace Prudence.Planning.Tests.Tasks;

/// <summary>Damaged ground tasks are read or refused with the line; nothing else comes out.</summary>
public sealed class SasReaderFuzzTests
{
    private const int Count = 20_000;

    private static readonly string[] Words =
        ["0", "1", "2", "-1", "3", "2147483647", "-2147483648", "99999999999", "begin_operator", "end_operator", "begin_rule", "\n", " ", "\r", "\0", "1.5", "Atom p()", "NegatedAtom q(", "0 0", "1 1", "+1"];

    [Fact]
    public void Damaged_tasks_are_read_or_refused_with_the_line()
    {
        var fuzz = new StringFuzz([SasReaderTests.Lamp], Words);
        var read = 0;
        new FuzzRun("sas", seed =>
        {
            var text = fuzz.Mutate(seed);
            return new Mutant([("output.sas", text)], () => Interlocked.Add(ref read, Check(text) ? 1 : 0));
        }).Run(0, Count);
        Assert.InRange(read, Count / 50, Count / 2);
    }

    private static bool Check(string text)
    {
        try
        {
            var task = SasReader.Read(new StringReader(text));
            for (var fact = 0; fact < task.FactCount; fact++)
            {
                Assert.NotNull(task.FactName(fact));
            }

            return true;
        }
        catch (FormatException exception)
        {
            Assert.Matches(@"^line [1-9][0-9]*: .", exception.Message);
            return false;
        }
    }
}
