using Prudence.Planning.States;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Tests.States;

public sealed unsafe class StatePackerTests
{
    [Fact]
    public void Values_come_back_and_no_variable_straddles_words()
    {
        var words = stackalloc uint[40];
        var values = stackalloc int[40];
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var packer = new StatePacker(Task([.. Enumerable.Range(0, random.Next(1, 40)).Select(_ => 1 << random.Next(0, 17)).Select(n => random.Next(1, n + 1))]));
            var expected = new int[packer.VariableCount];
            for (var v = 0; v < expected.Length; v++)
            {
                expected[v] = (int)(random.NextInt64() & packer.Mask(v));
                Assert.InRange(packer.Shift(v), 0, 31);
                Assert.True((ulong)packer.Mask(v) << packer.Shift(v) <= uint.MaxValue);
            }

            packer.Pack(expected, words);
            packer.Unpack(words, values);
            Assert.Equal(expected, new ReadOnlySpan<int>(values, expected.Length).ToArray());
            var changed = random.Next(expected.Length);
            expected[changed] = 0;
            packer.Set(words, changed, 0);
            packer.Unpack(words, values);
            Assert.Equal(expected, new ReadOnlySpan<int>(values, expected.Length).ToArray());
        }
    }

    [Theory]
    [InlineData(new[] { 2, 2, 2 }, 1)]
    [InlineData(new[] { 1 << 16, 1 << 16 }, 1)]
    [InlineData(new[] { 1 << 17, 1 << 16 }, 2)]
    [InlineData(new[] { 1 }, 1)]
    [InlineData(new[] { 1 << 20, 3, 1 << 20, 3, 1 << 10, 1 << 10 }, 2)]
    public void Words_are_filled(int[] domains, int words) => Assert.Equal(words, new StatePacker(Task(domains)).StoredWords);

    [Fact]
    public void Derived_variables_are_not_stored()
    {
        var packer = new StatePacker(new PlanningTask([new("d", ["0", "1"], 0, 1), new("v", ["0", "1"])])
        {
            Operators = null!,
            Axioms = RuleTable.Empty,
            InitialState = [1, 0],
            Goal = [],
            HasMetric = false,
        });

        Assert.Equal(1, packer.StoredWords);
        Assert.Equal(2, packer.TotalWords);
        Assert.Equal(1, packer.Word(0));
    }

    private static PlanningTask Task(int[] domains) => new([.. domains.Select((size, v) => new TaskVariable($"v{v}", new string[size]))])
    {
        Operators = null!,
        Axioms = RuleTable.Empty,
        InitialState = new int[domains.Length],
        Goal = [],
        HasMetric = false,
    };
}
