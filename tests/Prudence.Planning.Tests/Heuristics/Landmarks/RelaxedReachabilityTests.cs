using Prudence.Planning.Heuristics.Landmarks;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Tests.Heuristics.Landmarks;

public sealed class RelaxedReachabilityTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_exclusion_reaches_what_a_new_exploration_would_reach(bool conditionalEffects)
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var task = RandomTask.Draw(seed, conditionalEffects, axioms: true, operatorCount: 20);
            var rules = RelaxedRules.Of(task);
            var initial = InitialFacts.Relax(task, rules.Negated, InitialFacts.Evaluate(task));
            var reachability = new RelaxedReachability(rules, initial);
            var random = new Random(seed);
            for (var trial = 0; trial < 20; trial++)
            {
                var excluded = Enumerable.Range(0, task.FactCount).Except(initial).OrderBy(_ => random.Next()).Take(random.Next(1, 3)).ToArray();
                var expected = Explore(rules, task, initial, excluded);
                reachability.Exclude(excluded);
                AssertReached(task, rules, reachability, expected);
                reachability.Restore();
                AssertReached(task, rules, reachability, Explore(rules, task, initial, []));
            }
        }
    }

    private static void AssertReached(PlanningTask task, RelaxedRules rules, RelaxedReachability reachability, HashSet<int> expected)
    {
        for (var fact = 0; fact < task.FactCount; fact++)
        {
            Assert.Equal(expected.Contains(fact), reachability.IsReached(fact));
        }

        for (var rule = 0; rule < rules.Count; rule++)
        {
            Assert.Equal(expected.IsSupersetOf(rules.Bodies[rule].ToArray()), reachability.IsSatisfied(rule));
        }
    }

    private static HashSet<int> Explore(RelaxedRules rules, PlanningTask task, int[] initial, int[] excluded)
    {
        var reached = new HashSet<int>(initial);
        for (var changed = true; changed;)
        {
            changed = false;
            for (var rule = 0; rule < rules.Count; rule++)
            {
                if (reached.IsSupersetOf(rules.Bodies[rule].ToArray()) && !IsBlocked(rules, task, rule, excluded))
                {
                    foreach (var head in rules.Heads[rule].ToArray().Except(excluded))
                    {
                        changed |= reached.Add(head);
                    }
                }
            }
        }

        return reached;
    }

    private static bool IsBlocked(RelaxedRules rules, PlanningTask task, int rule, int[] excluded)
    {
        var owner = rules.Owners[rule];
        return owner >= 0 && Enumerable.Range(0, task.Operators.EffectFacts.Length).Any(
            effect => effect >= task.Operators.EffectStarts[owner]
                && effect < task.Operators.EffectStarts[owner + 1]
                && task.Operators.EffectConditions[effect].IsEmpty
                && excluded.Contains(task.Operators.EffectFacts[effect]));
    }
}
