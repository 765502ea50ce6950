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
        using var stop = new StopSignal(Budget.Unlimited);
        stop.Raise(StopReason.Cancelled);
        var error = Assert.Throws<RunStoppedException>(() => Grounder.Ground(Normaliser.Normalise(domain, problem), stop));
        Assert.Equal(StopReason.Cancelled, error.Reason);
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
        using var stop = new StopSignal(Budget.Unlimited);
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
