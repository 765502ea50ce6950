using Prudence.Budgeting;
using Prudence.Planning.Grounding;
using Prudence.Planning.Language;

namespace Prudence.Planning.Tests.Grounding;

/// <summary>Walks through the reachable states of a task and of its ground form side by side.</summary>
internal static class StateSpaceComparison
{
    /// <summary>Asserts that both have the same transitions, costs, derived atoms and goals in the first states breadth first.</summary>
    /// <returns>The number of states compared.</returns>
    public static int AssertEquivalent(PddlDomain domain, PddlProblem problem, int maxStates)
    {
        using var stop = new StopSignal(RunLimits.Unlimited);
        var task = Grounder.Ground(Normaliser.Normalise(domain, problem), stop);
        var (lifted, ground) = (new PddlSemantics(domain, problem), new PropositionalSemantics(task));
        var constant = Constants(task, lifted);
        var queue = new Queue<(HashSet<string> Lifted, HashSet<int> Ground)>();
        var seen = new HashSet<string>();
        queue.Enqueue((lifted.Initial, ground.Initial));
        seen.Add(Key(lifted.Initial));
        var count = 0;
        while (count < maxStates && queue.TryDequeue(out var state))
        {
            count++;
            AssertSameAtoms(task, lifted, ground, constant, state.Lifted, state.Ground);
            Assert.Equal(lifted.IsGoal(state.Lifted), ground.IsGoal(state.Ground));
            var expected = lifted.Successors(state.Lifted).ToList();
            var actual = ground.Successors(state.Ground).ToLookup(transition => (transition.Action, transition.Cost), transition => transition.Successor);
            Assert.Equal(
                expected.Select(t => (t.Action, t.Cost)).Distinct().OrderBy(t => t.Action, StringComparer.Ordinal),
                actual.Select(t => t.Key).OrderBy(t => t.Action, StringComparer.Ordinal));
            foreach (var (action, cost, successor) in expected)
            {
                var reached = actual[(action, cost)].ToList();
                Assert.All(reached, other => Assert.True(other.SetEquals(reached[0]), $"{action} has several outcomes"));
                if (seen.Add(Key(successor)))
                {
                    queue.Enqueue((successor, reached[0]));
                }
                else
                {
                    AssertSameAtoms(task, lifted, ground, constant, successor, reached[0]);
                }
            }
        }

        return count;
    }

    private static string Key(HashSet<string> state) => string.Join(',', state.Order(StringComparer.Ordinal));

    /// <summary>The atoms that the ground task leaves out because they are said to be always true.</summary>
    private static HashSet<string> Constants(PropositionalTask task, PddlSemantics lifted)
    {
        var numbered = Enumerable.Range(0, task.AtomCount).Select(task.AtomName).ToHashSet();
        return [.. lifted.Initial.Where(atom => !numbered.Contains(atom))];
    }

    private static void AssertSameAtoms(
        PropositionalTask task, PddlSemantics lifted, PropositionalSemantics ground, HashSet<string> constant, HashSet<string> liftedState, HashSet<int> groundState)
    {
        var expected = new HashSet<string>(liftedState);
        Assert.Subset(expected, constant);
        expected.ExceptWith(constant);
        Assert.Equal(expected.Order(StringComparer.Ordinal), groundState.Select(task.AtomName).Order(StringComparer.Ordinal));
        var derived = lifted.Derive(liftedState);
        foreach (var atom in Enumerable.Range(0, task.AtomCount).Where(a => task.Lifted.Predicates[task.AtomPredicates[a]] is { IsDerived: true, Name: not ['@', ..] }))
        {
            Assert.Equal(derived.Contains(task.AtomName(atom)), ground.Derive(groundState).Contains(atom));
        }
    }
}
