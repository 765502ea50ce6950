using Prudence.Budgeting;
using Prudence.Planning.Grounding;
using Prudence.Planning.Grounding.Reachability;
using Prudence.Planning.Language;
using Prudence.Planning.Tests.Language;

namespace Prudence.Planning.Tests.Grounding;

public sealed class GroundingEstimateTests
{
    [Fact]
    public void Static_chain_is_bounded_by_its_degrees()
    {
        // A ring of ten places with one exit each, and three robots.
        var places = string.Join(' ', Enumerable.Range(0, 10).Select(i => $"p{i}"));
        var roads = string.Join(' ', Enumerable.Range(0, 10).Select(i => $"(road p{i} p{(i + 1) % 10})"));
        var task = PddlText.Normalise(
            """
            (:types robot place) (:predicates (road ?p ?q - place) (at ?r - robot ?p - place))
            (:action go3 :parameters (?r - robot ?a ?b ?c ?d - place)
              :precondition (and (at ?r ?a) (road ?a ?b) (road ?b ?c) (road ?c ?d)) :effect (and (not (at ?r ?a)) (at ?r ?d)))
            """,
            $"(:objects r s t - robot {places} - place) (:init (at r p0) {roads}) (:goal (at r p3))");
        var estimate = GroundingEstimate.Of(task);
        Assert.Equal(new SchemaEstimate("go3", 30_000, 30, 30), Assert.Single(estimate.Schemas));
        Assert.Equal(30, estimate.UpperBound);
    }

    [Fact]
    public void Bound_holds_for_random_tasks()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var (domain, problem) = new RandomPddl(seed).Next();
            AssertBound(Normaliser.Normalise(domain, problem), $"seed {seed}");
        }
    }

    [Theory]
    [InlineData("rovers/p10.pddl")]
    [InlineData("caldera-opt18-adl/p03.pddl")]
    [InlineData("logistics00/probLOGISTICS-7-0.pddl")]
    [InlineData("tpp/p10.pddl")]
    public void Bound_holds_for_public_tasks(string problem)
    {
        foreach (var (domainFile, problemFile) in SharedPddl.Tasks().Where(task => task.Problem.EndsWith("/ipc/" + problem, StringComparison.Ordinal)))
        {
            var task = PddlReader.ReadTask(File.ReadAllText(domainFile), domainFile, File.ReadAllText(problemFile), problemFile).Value!;
            AssertBound(Normaliser.Normalise(task.Domain, task.Problem), problem);
        }
    }

    private static void AssertBound(LiftedTask task, string name)
    {
        using var stop = new StopSignal(RunLimits.Unlimited);
        var estimate = GroundingEstimate.Of(task);
        var program = new RelaxedProgram(task, stop);
        RelaxedReachability.Compute(program, stop);
        for (var i = 0; i < task.Actions.Length; i++)
        {
            var schema = estimate.Schemas[i];
            Assert.True(program.Actions[i].Tuples.Count <= schema.UpperBound, $"{name}: {schema}, really {program.Actions[i].Tuples.Count}");
            Assert.True(schema.Expected <= schema.UpperBound && schema.UpperBound <= schema.Combinations, $"{name}: {schema}");
        }
    }
}
