using Prudence.Planning.Grounding.Reachability;

namespace Prudence.Planning.Tests.Grounding.Reachability;

public sealed class TupleTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 50)]
    [InlineData(3, 12)]
    [InlineData(7, 3)]
    public void Set_numbers_distinct_tuples_in_order(int arity, int objects)
    {
        var random = new Random(5);
        var set = new TupleSet(arity);
        var expected = new List<string>();
        for (var i = 0; i < 2000; i++)
        {
            var tuple = Enumerable.Range(0, arity).Select(_ => random.Next(objects)).ToArray();
            var (key, known) = (string.Join(' ', tuple), expected.IndexOf(string.Join(' ', tuple)));
            Assert.Equal(known, set.Find(tuple));
            Assert.Equal(known < 0, set.TryAdd(tuple, out var id));
            Assert.Equal(known < 0 ? expected.Count : known, id);
            if (known < 0)
            {
                expected.Add(key);
            }
        }

        Assert.Equal(expected, Enumerable.Range(0, set.Count).Select(id => string.Join(' ', set[id].ToArray())));
    }

    [Theory]
    [InlineData(new[] { 0 }, 40)]
    [InlineData(new[] { 0, 2 }, 40)]
    [InlineData(new[] { 1, 2 }, 400)]
    [InlineData(new[] { 0, 1, 2 }, 60)]
    public void Index_finds_the_tuples_with_a_key(int[] positions, int objects)
    {
        var random = new Random(7);
        var set = new TupleSet(3);
        var index = new TupleIndex(set, positions, objects);
        for (var i = 0; i < 1500; i++)
        {
            // Few values at each position, so that chains are long, but spread out.
            int[] tuple = [random.Next(5) * (objects / 5), random.Next(4), random.Next(objects)];
            if (set.TryAdd(tuple, out var id))
            {
                index.Add(id);
            }
        }

        for (var i = 0; i < 300; i++)
        {
            int[] values = [random.Next(5) * (objects / 5), random.Next(5), random.Next(objects)];
            var expected = Enumerable.Range(0, set.Count).Where(id => positions.All(p => set.Items[(3 * id) + p] == values[p]));
            var found = new List<int>();
            for (var id = index.First(values, positions); id >= 0; id = index.Next(id))
            {
                found.Add(id);
            }

            Assert.Equal(expected, found.Order());
        }
    }
}
