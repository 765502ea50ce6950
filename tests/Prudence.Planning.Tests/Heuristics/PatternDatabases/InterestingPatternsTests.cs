using Prudence.Planning.Heuristics.PatternDatabases;
using Prudence.Planning.Tasks;
using Prudence.Planning.Tests.Heuristics.Relaxation;

namespace Prudence.Planning.Tests.Heuristics.PatternDatabases;

public sealed class InterestingPatternsTests
{
    [Fact]
    public void Patterns_grow_by_causes_and_by_goals_that_hang_together()
    {
        // 0 is a goal, 1 a cause of it, 2 a cause of 1; 3 is a goal on its own; 4 a goal that shares the cause 1; 5 matters to nothing.
        var task = new TaskDraft(2, 2, 2, 2, 2, 2)
            .Operator("a", 1, [(1, 1)], (0, 1))
            .Operator("b", 1, [(2, 1)], (1, 1))
            .Operator("c", 1, [], (2, 1))
            .Operator("d", 1, [], (3, 1))
            .Operator("e", 1, [(1, 0)], (4, 1))
            .Operator("f", 1, [(0, 1)], (5, 1))
            .Goal((0, 1), (3, 1), (4, 1)).Build();

        Assert.Equal(["0", "3", "4", "0 1", "1 4", "0 1 2", "0 1 4", "1 2 4"], Find(task, 3));
    }

    [Fact]
    public void Goals_changed_by_one_operator_hang_together()
    {
        var task = new TaskDraft(2, 2, 2).Operator("a", 1, [], (0, 1), (1, 1)).Operator("b", 1, [], (2, 1)).Goal((0, 1), (1, 1), (2, 1)).Build();

        Assert.Equal(["0", "1", "2", "0 1"], Find(task, 3));
    }

    [Fact]
    public void States_of_a_pattern_are_numbered_without_gaps()
    {
        var task = new TaskDraft(3, 2, 4).Goal((0, 1)).Build();
        var pattern = new Pattern(task, 0, 1, 2);
        var states = new SortedSet<int>();
        foreach (var values in new StateSpace(task).States)
        {
            var state = pattern.StateOf(values);
            states.Add(state);
            Assert.Equal(values, Enumerable.Range(0, 3).Select(position => pattern.ValueAt(state, position)));
        }

        Assert.Equal(Enumerable.Range(0, 24), states);
    }

    private static string[] Find(PlanningTask task, int size) =>
        [.. InterestingPatterns.Find(task, new PatternDatabaseOptions { MaximumSize = size }, null).Select(static p => string.Join(' ', p.Variables))];
}
