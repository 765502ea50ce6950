using Prudence.Planning.Tasks;

namespace Prudence.Planning.Tests.Tasks;

public sealed class SasReaderTests
{
    internal const string Lamp = """
        begin_version
        3
        end_version
        begin_metric
        1
        end_metric
        2
        begin_variable
        var0
        -1
        2
        Atom on(lamp, desk)
        NegatedAtom on(lamp, desk)
        end_variable
        begin_variable
        var1
        0
        2
        Atom bright()
        NegatedAtom bright()
        end_variable
        0
        begin_state
        1
        1
        end_state
        begin_goal
        1
        1 0
        end_goal
        1
        begin_operator
        switch lamp desk
        0
        1
        1 1 1 0 1 0
        7
        end_operator
        1
        begin_rule
        1
        0 0
        1 1 0
        end_rule
        """;

    [Fact]
    public void A_small_task_is_read_whole()
    {
        var task = SasReader.Read(new StringReader(Lamp));

        Assert.Equal(4, task.FactCount);
        Assert.Equal("(on lamp desk)", task.FactName(0));
        Assert.Equal("not (bright)", task.FactName(3));
        Assert.Equal(1, task.Variables[1].DefaultValue);
        Assert.Equal([1, 1], task.InitialState);
        Assert.Equal([2], task.Goal);
        Assert.Equal("switch lamp desk", task.Operators.Name(0));
        Assert.Equal([7], task.Operators.Costs);
        Assert.Equal([1], task.Operators.Preconditions[0].ToArray());
        Assert.Equal([3], task.Operators.EffectConditions[0].ToArray());
        Assert.Equal([2], task.Axioms.Heads);
        Assert.Equal([0], task.Axioms.Bodies[0].ToArray());
    }

    [Fact]
    public void Every_truncation_is_refused_with_a_line()
    {
        var lines = Lamp.Split('\n');
        for (var kept = 0; kept < lines.Length; kept++)
        {
            var text = string.Join('\n', lines[..kept]);
            var error = Assert.Throws<FormatException>(() => SasReader.Read(new StringReader(text)));
            Assert.StartsWith("line ", error.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("2\nbegin_variable", "2147483647\nbegin_variable")]
    [InlineData("1\nbegin_operator", "2147483647\nbegin_operator")]
    [InlineData("1\nbegin_rule", "2147483647\nbegin_rule")]
    [InlineData("0\nbegin_state", "2147483647\nbegin_state")]
    public void A_count_that_is_too_large_is_refused_before_memory_is_taken(string count, string other)
    {
        var text = Lamp.Replace("\r", "", StringComparison.Ordinal).Replace(count, other, StringComparison.Ordinal);
        Assert.Contains("2147483647", text, StringComparison.Ordinal);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<FormatException>(() => SasReader.Read(new StringReader(text)));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }
}
