using Prudence.Budgeting;
using Prudence.Planning.Grounding;

namespace Prudence.Planning.Tests.Grounding.Instantiation;

public sealed class NestedQuantifierTests
{
    [Theory]
    [InlineData("forall")]
    [InlineData("exists")]
    public void Quantifiers_without_end_stop_with_the_budget(string quantifier)
    {
        const int depth = 100;
        var goal = string.Concat(Enumerable.Repeat($"({quantifier} (?n) ", depth)) + "(p a)" + new string(')', depth);
        var task = PddlText.Normalise(
            "(:predicates (p ?x)) (:action make :parameters (?x) :effect (p ?x)) (:action break :parameters (?x) :effect (not (p ?x)))",
            $"(:objects a b c d) (:init) (:goal {goal})");
        using var stop = new StopSignal(new RunLimits { Time = TimeSpan.FromMilliseconds(50) });

        Assert.Equal(StopReason.Time, Assert.Throws<RunStoppedException>(() => Grounder.Ground(task, stop)).Reason);
    }
}
