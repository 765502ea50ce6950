using Prudence.Budgeting;
using Prudence.Planning.Search.Width;
using Prudence.Planning.Tests.Tasks;

namespace Prudence.Planning.Tests.Search.Width;

public sealed class NoveltyTableTests
{
    [Theory]
    [InlineData(1, long.MaxValue)]
    [InlineData(2, long.MaxValue)]
    [InlineData(2, 0)]
    [InlineData(2, 30)]
    public void Novelty_is_the_size_of_the_smallest_new_set(int width, long pairBytes)
    {
        var random = new Random(5);
        var task = new RandomTasks { Variables = 6 }.Make(3);
        using var stop = new StopSignal(RunLimits.Unlimited);
        var table = new NoveltyTable(task, width, pairBytes, stop);
        var seen = new HashSet<(long, int, int)>();
        var remembersPairs = new Dictionary<long, bool>();
        var bytes = 0L;
        for (var round = 0; round < 400; round++)
        {
            long key = random.Next(3);
            var atoms = Enumerable.Range(0, 6).Select(v => table.Atom(task.Fact(v, random.Next(task.Variables[v].DomainSize)))).ToArray();
            if (!remembersPairs.ContainsKey(key))
            {
                var size = ((task.FactCount * (task.FactCount - 1) / 2) + 63) / 64 * 8;
                remembersPairs[key] = width == 2 && bytes + size <= pairBytes;
                bytes += remembersPairs[key] ? size : 0;
            }

            var expected = NoveltyTable.NotNovel;
            for (var i = 0; i < 6; i++)
            {
                for (var j = i; j < 6; j++)
                {
                    var isNew = seen.Add((key, Math.Min(atoms[i], atoms[j]), Math.Max(atoms[i], atoms[j])));
                    var size = i == j ? 1 : 2;
                    expected = isNew && (size == 1 || remembersPairs[key]) ? Math.Min(expected, size) : expected;
                }
            }

            Assert.Equal(expected, table.Add(key, atoms, 6));
            Assert.Equal(NoveltyTable.NotNovel, table.Add(key, atoms, 2));
        }
    }

    [Fact]
    public void What_is_not_an_atom_does_not_count()
    {
        var task = new Prudence.Planning.Tasks.PlanningTask([new("v", ["(on a)", "not (on a)", "<none of those>"])])
        {
            Operators = null!,
            Axioms = Prudence.Planning.Tasks.RuleTable.Empty,
            InitialState = [0],
            Goal = [],
            HasMetric = false,
        };
        using var stop = new StopSignal(RunLimits.Unlimited);
        var table = new NoveltyTable(task, 2, 1000, stop);

        Assert.Equal([0, -1, -1], Enumerable.Range(0, 3).Select(table.Atom));
    }
}
