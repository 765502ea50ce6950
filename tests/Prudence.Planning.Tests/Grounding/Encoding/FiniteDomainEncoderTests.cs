using Prudence.Budgeting;
using Prudence.Planning.Grounding;
using Prudence.Planning.Grounding.Encoding;
using Prudence.Planning.Grounding.Invariants;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Tests.Grounding.Encoding;

public sealed class FiniteDomainEncoderTests
{
    private static readonly StopSignal Never = new(new RunLimits());

    [Theory]
    [InlineData(5, 6, 0)]
    [InlineData(8, 8, 0)]
    [InlineData(7, 7, 3)]
    [InlineData(9, 12, 4)]
    public void Encoded_tasks_behave_like_propositional_ones(int atomCount, int operatorCount, int derivedCount)
    {
        var checkedTasks = 0;
        for (var seed = 0; seed < 400; seed++)
        {
            var task = RandomTasks.Create(seed, atomCount, operatorCount, derivedCount);
            var states = new PropositionalSimulator(task).Explore(300, out var isComplete);
            if (isComplete)
            {
                var encoded = FiniteDomainEncoder.Encode(task, TrueMutexGroups(task, states, seed), Never);
                EncodingEquivalence.Check(task, encoded, states);
                checkedTasks++;
            }
        }

        Assert.True(checkedTasks > 200, $"only {checkedTasks} tasks were small enough");
    }

    /// <summary>Random maximal groups of atoms, never two of them true at once in any of the states.</summary>
    private static MutexGroups TrueMutexGroups(PropositionalTask task, List<bool[]> states, int seed)
    {
        var random = new Random(seed);
        var atoms = Enumerable.Range(0, task.AtomCount).Where(a => !task.Lifted.Predicates[a].IsDerived).ToArray();
        List<int[]> groups = [];
        for (var i = random.Next(6); i > 0; i--)
        {
            random.Shuffle(atoms);
            List<int> group = [];
            foreach (var atom in atoms)
            {
                if (group.TrueForAll(other => !states.Exists(state => state[atom] && state[other])))
                {
                    group.Add(atom);
                }
            }

            if (group.Count > 1)
            {
                groups.Add([.. group.Order()]);
            }
        }

        return new MutexGroups(IntLists.From(groups), new int[groups.Count]);
    }
}
