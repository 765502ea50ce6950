using Prudence.Budgeting;
using Prudence.Planning.Grounding;
using Prudence.Planning.Language;
using Prudence.Planning.Tests.Language;

namespace Prudence.Planning.Tests.Grounding;

public sealed class GrounderTests
{
    [Theory]
    [InlineData(1, 80)]
    [InlineData(2, 80)]
    public void Ground_task_has_the_state_space_of_a_random_task(int seed, int count) => CompareRandomTasks(seed, count);

    [Theory]
    [Trait("Category", "Long")]
    [InlineData(11, 5000)]
    public void Ground_task_has_the_state_space_of_many_random_tasks(int seed, int count) => CompareRandomTasks(seed, count);

    [Theory]
    [InlineData("blocks/probBLOCKS-4-0.pddl", 125)]
    [InlineData("gripper/prob01.pddl", 100)]
    [InlineData("philosophers/p01-phil2.pddl", 12)]
    [InlineData("miconic-fulladl/f3-1.pddl", 60)]
    [InlineData("openstacks-opt08-adl/p01.pddl", 30)]
    [InlineData("rovers/p01.pddl", 30)]
    [InlineData("tpp/p02.pddl", 40)]
    public void Ground_task_has_the_state_space_of_a_public_task(string problem, int maxStates) => ComparePublicTask(problem, maxStates);

    [Theory]
    [Trait("Category", "Long")]
    [InlineData("psr-middle/p02-s23-n2-l3-f70.pddl", 4)]
    [InlineData("ricochet-robots-opt23-adl/p11.pddl", 5)]
    [InlineData("termes-opt18-strips/p02.pddl", 20)]
    [InlineData("satellite/p01-pfile1.pddl", 100)]
    [InlineData("miconic-fulladl/f5-3.pddl", 200)]
    [InlineData("transport-opt08-strips/p01.pddl", 50)]
    public void Ground_task_has_the_state_space_of_a_larger_public_task(string problem, int maxStates) => ComparePublicTask(problem, maxStates);

    [Fact]
    public void Same_task_gives_the_same_numbers()
    {
        for (var seed = 0; seed < 30; seed++)
        {
            var (first, second) = (Ground(new RandomPddl(seed).Next()), Ground(new RandomPddl(seed).Next()));
            Assert.Equal(first.AtomPredicates, second.AtomPredicates);
            Assert.Equal(first.AtomArguments.Items, second.AtomArguments.Items);
            Assert.Equal(first.OperatorArguments.Items, second.OperatorArguments.Items);
            Assert.Equal(first.Preconditions.Items, second.Preconditions.Items);
            Assert.Equal(first.EffectLiterals, second.EffectLiterals);
            Assert.Equal(first.RuleBodies.Items, second.RuleBodies.Items);
        }
    }

    [Fact]
    public void Raised_signal_ends_grounding()
    {
        var (domain, problem) = new RandomPddl(1).Next();
        using var stop = new StopSignal(RunLimits.Unlimited);
        stop.Raise(StopReason.Cancelled);
        var error = Assert.Throws<RunStoppedException>(() => Grounder.Ground(Normaliser.Normalise(domain, problem), stop));
        Assert.Equal(StopReason.Cancelled, error.Reason);
    }

    [Fact]
    public void Lack_of_memory_ends_grounding_before_it_is_used_up()
    {
        var objects = string.Join(' ', Enumerable.Range(0, 80).Select(i => $"o{i}"));
        var task = PddlText.Normalise(
            "(:predicates (p ?x ?y ?z)) (:action a :parameters (?x ?y ?z) :effect (p ?x ?y ?z))", $"(:objects {objects}) (:goal (p o0 o0 o0))");
        const long Used = 100 << 20;
        using var stop = new StopSignal(new RunLimits { MemoryBytes = Used + (3 << 20) }, memoryInUse: () => Used);
        var error = Assert.Throws<RunStoppedException>(() => Grounder.Ground(task, stop));
        Assert.Equal(StopReason.Memory, error.Reason);
    }

    [Fact]
    public void Statistics_count_what_came_out()
    {
        var task = PddlText.Normalise(
            "(:predicates (p ?x) (q)) (:derived (q) (exists (?x) (p ?x))) (:action a :parameters (?x) :precondition (not (p ?x)) :effect (p ?x))", "(:objects x y) (:goal (q))");
        using var stop = new StopSignal(RunLimits.Unlimited);
        var ground = Grounder.Ground(task, stop, out var statistics);
        Assert.Equal((3, 2, 2), (statistics.Atoms, statistics.Operators, statistics.Rules));
        Assert.Equal((3, 2, 2), (ground.AtomCount, ground.OperatorCount, ground.RuleHeads.Length));
        Assert.True(statistics.TotalSeconds >= statistics.InstantiationSeconds);
    }

    [Fact]
    public void Schema_with_many_parameters_costs_no_more_than_its_instances()
    {
        // Twelve parameters in a chain of functional relations: 20^12 combinations, 20 instances.
        var predicates = string.Join(' ', Enumerable.Range(0, 11).Select(i => $"(r{i} ?a ?b)"));
        var parameters = string.Join(' ', Enumerable.Range(0, 12).Select(i => $"?x{i}"));
        var precondition = string.Join(' ', Enumerable.Range(0, 11).Select(i => $"(r{i} ?x{i} ?x{i + 1})").Reverse());
        var facts = string.Join(' ', Enumerable.Range(0, 11).SelectMany(i => Enumerable.Range(0, 20).Select(o => $"(r{i} o{o} o{(o + i) % 20})")));
        var task = PddlText.Ground(
            $"(:predicates {predicates} (start ?x) (done ?x)) (:action a :parameters ({parameters}) :precondition (and {precondition} (start ?x0)) :effect (and (done ?x11) (not (start ?x0))))",
            $"(:objects {string.Join(' ', Enumerable.Range(0, 20).Select(o => $"o{o}"))}) (:init {facts} {string.Join(' ', Enumerable.Range(0, 20).Select(o => $"(start o{o})"))}) (:goal (done o1))");
        Assert.Equal(20, task.OperatorCount);
        Assert.Equal(40, task.AtomCount);
    }

    private static void ComparePublicTask(string problem, int maxStates)
    {
        if (SharedPddl.Root is null)
        {
            return;
        }

        var (domainFile, problemFile) = SharedPddl.Tasks().First(task => task.Problem.EndsWith("/ipc/" + problem, StringComparison.Ordinal));
        var task = PddlReader.ReadTask(File.ReadAllText(domainFile), domainFile, File.ReadAllText(problemFile), problemFile).Value!;
        Assert.True(StateSpaceComparison.AssertEquivalent(task.Domain, task.Problem, maxStates) > 3);
    }

    private static PropositionalTask Ground((PddlDomain Domain, PddlProblem Problem) task)
    {
        using var stop = new StopSignal(RunLimits.Unlimited);
        return Grounder.Ground(Normaliser.Normalise(task.Domain, task.Problem), stop);
    }

    private static void CompareRandomTasks(int seed, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var number = (seed * 100_000) + i;
            var (domain, problem) = new RandomPddl(number).Next();
            var error = Record.Exception(() => StateSpaceComparison.AssertEquivalent(domain, problem, maxStates: 20));
            Assert.True(error is null, $"seed {number}: {error}\n{PddlWriter.Write(domain)}\n{PddlWriter.Write(problem)}");
        }
    }
}
