using Prudence.Planning.Heuristics.Landmarks;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Tests.Heuristics.Landmarks;

public sealed class DomainTransitionsTests
{
    [Fact]
    public void A_value_is_passed_exactly_if_there_is_no_way_around_it()
    {
        const int Size = 12;
        var found = 0;
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var edges = Enumerable.Range(0, 22).Select(_ => (From: random.Next(Size), To: random.Next(Size))).Where(static e => e.From != e.To).ToArray();
            var goal = random.Next(1, Size);
            var task = Graph(Size, edges, goal);
            var rules = RelaxedRules.Of(task);
            var reachability = new RelaxedReachability(rules, InitialFacts.Relax(task, rules.Negated, task.InitialState));
            reachability.Exclude([goal]);
            var passed = new List<int>();
            new DomainTransitions(task, task.InitialState).CollectPassed(0, goal, reachability, passed);

            var expected = Reaches(edges, goal, without: -1)
                ? Enumerable.Range(0, Size).Where(value => value != goal && !Reaches(edges, goal, value)).ToArray()
                : [];
            Assert.Equal(expected, passed.Order());
            found += expected.Length;
        }

        Assert.True(found > 300);
    }

    private static bool Reaches((int From, int To)[] edges, int goal, int without)
    {
        var reached = new HashSet<int> { 0 };
        reached.Remove(without);
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var (from, to) in edges)
            {
                changed |= to != without && reached.Contains(from) && reached.Add(to);
            }
        }

        return reached.Contains(goal);
    }

    private static PlanningTask Graph(int size, (int From, int To)[] edges, int goal)
    {
        var sketch = new TaskSketch().Variable([.. Enumerable.Range(0, size).Select(static value => $"(at {value})")]);
        foreach (var (from, to) in edges)
        {
            sketch.Operator($"go {from} {to}", [$"(at {from})"], [$"(at {to})"]);
        }

        return sketch.Build($"(at {goal})");
    }
}
