using Prudence.Planning.Grounding;
using Prudence.Planning.Grounding.Invariants;
using Prudence.Planning.Tests.Grounding.Encoding;

namespace Prudence.Planning.Tests.Grounding.Invariants;

public sealed class InvariantSoundnessTests
{
    [Fact]
    public void No_reachable_state_of_random_domains_breaks_a_group()
    {
        var (groups, explored) = (0, 0);
        for (var seed = 0; seed < 1500; seed++)
        {
            var (domain, problem) = new RandomDomains(seed).Create();
            var lifted = Invariant.Lift(domain, problem);
            var ground = Grounder.Ground(lifted, Invariant.Never);
            var found = InvariantGroups.Instantiate(ground, InvariantSynthesis.Run(lifted, Invariant.Never));
            if (found.Count == 0)
            {
                continue;
            }

            var states = new PropositionalSimulator(ground).Explore(60, out _);
            explored += states.Count > 1 ? 1 : 0;
            groups += found.Count;
            for (var group = 0; group < found.Count; group++)
            {
                var members = found.Members[group].ToArray();
                Assert.True(
                    states.TrueForAll(state => members.Count(atom => state[atom]) <= 1),
                    $"seed {seed}: not mutex: {string.Join(", ", members.Select(ground.AtomName))}\n{domain}\n{problem}");
            }
        }

        Assert.True(explored > 60 && groups > 100, $"only {explored} tasks with {groups} groups");
    }
}
