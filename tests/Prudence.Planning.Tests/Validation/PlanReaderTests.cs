using Prudence.Planning.Validation;

namespace Prudence.Planning.Tests.Validation;

public sealed class PlanReaderTests
{
    [Fact]
    public void Comments_times_durations_and_case_are_accepted()
    {
        var result = PlanReader.Read("; a plan\n\n0.000: (Pick-Up B1) [1]\r\n  (stack b1\tb2) ; done\n(noop)\n; cost = 3 (unit cost)\n", "plan");

        Assert.Equal(["(pick-up b1)", "(stack b1 b2)", "(noop)"], result.Value!.Steps.Select(step => step.ToString()));
    }

    [Fact]
    public void Every_bad_line_is_named()
    {
        var result = PlanReader.Read("(a)\nb c\n  (d (e))\n()\n", "my.plan");

        Assert.Null(result.Value);
        Assert.Equal(["my.plan:2:1", "my.plan:3:3", "my.plan:4:1"], result.Diagnostics.Select(diagnostic => diagnostic.Position.ToString()));
    }

    [Fact]
    public void Lines_end_as_in_pddl()
    {
        var result = PlanReader.Read("(a)\r(b)\r\nbad\f\u2028\nbad", "my.plan");

        Assert.Equal(["my.plan:3:1", "my.plan:4:1"], result.Diagnostics.Select(diagnostic => diagnostic.Position.ToString()));
    }

    [Fact]
    public void Any_blank_separates_words() =>
        Assert.Equal("(a b c)", PlanReader.Read("(a\vb\u00a0c)", "my.plan").Value!.Steps.Single().ToString());

    [Fact]
    public void A_byte_order_mark_is_no_step() => Assert.Equal("(a)", PlanReader.Read("\uFEFF(a)\n", "my.plan").Value!.Steps.Single().ToString());

    [Fact]
    public void What_is_written_is_read_back()
    {
        var plan = new Plan([PlanStep.Parse("(move a b)"), PlanStep.Parse("wait")]);
        var text = PlanWriter.Write(plan, 7, hasMetric: true);

        Assert.Equal("(move a b)\n(wait)\n; cost = 7 (general cost)\n", text);
        Assert.Equal(plan.Steps.AsEnumerable(), PlanReader.Read(text, "plan").Value!.Steps);
    }
}
