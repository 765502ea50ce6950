using Prudence.Bench.Planning.Sampling;

namespace Prudence.Bench.Planning.Tests.Sampling;

public sealed class ReferenceCostsTests
{
    [Fact]
    public void Columns_are_found_by_name_and_unproven_costs_left_out()
    {
        var costs = ReferenceCosts.Read(["task,suite,best,optimal_cost_proven", "p1.pddl,blocks,7,6", "p2.pddl,blocks,9,"]);

        Assert.Equal(6, costs.Find("blocks/p1.pddl"));
        Assert.Null(costs.Find("blocks/p2.pddl"));
        Assert.Null(costs.Find("blocks/p3.pddl"));
    }

    [Fact]
    public void A_missing_column_is_named() => Assert.Contains(
        "optimal_cost_proven", Assert.Throws<InvalidDataException>(() => ReferenceCosts.Read(["suite,task,cost"])).Message, StringComparison.Ordinal);
}
