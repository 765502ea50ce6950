using Prudence.Neural.Tokenizers;
using Prudence.Neural.Tokenizers.BytePairs;

namespace Prudence.Neural.Tests.Tokenizers.BytePairs;

/// <summary>Merging by a queue against merging by the definition: look at all pairs, merge the best, begin again.</summary>
public sealed class BytePairMergerTests
{
    [Fact]
    public void Merges_as_the_definition_says()
    {
        var random = new Random(11);
        for (var round = 0; round < 2000; round++)
        {
            var merges = RandomMerges(random);
            var table = new PairTable(4);
            foreach (var (pair, (rank, id)) in merges)
            {
                table.Add(pair.Left, pair.Right, rank, id);
            }

            var merger = new BytePairMerger(table);
            for (var word = 0; word < 5; word++)
            {
                var symbols = Enumerable.Range(0, random.Next(30)).Select(_ => random.Next(4)).ToArray();
                var expected = Naive(symbols, merges);
                var count = merger.Merge(symbols);
                Assert.Equal(expected, symbols[..count]);
            }
        }
    }

    [Fact]
    public void A_hundred_thousand_equal_symbols_take_no_square_of_steps()
    {
        var table = new PairTable(4);
        table.Add(0, 0, 0, 1);
        table.Add(1, 1, 1, 2);
        var symbols = new int[100_001];
        Assert.Equal(25_001, new BytePairMerger(table).Merge(symbols));
        Assert.Equal((2, 0), (symbols[0], symbols[25_000]));
    }

    // Ranks may be equal, as scores of SentencePiece are.
    private static Dictionary<(int Left, int Right), (int Rank, int Id)> RandomMerges(Random random)
    {
        var merges = new Dictionary<(int Left, int Right), (int Rank, int Id)>();
        for (var id = 4; id < 20; id++)
        {
            merges.TryAdd((random.Next(id), random.Next(id)), (random.Next(8), id));
        }

        return merges;
    }

    private static int[] Naive(int[] symbols, Dictionary<(int Left, int Right), (int Rank, int Id)> merges)
    {
        var list = symbols.ToList();
        while (true)
        {
            var best = Enumerable.Range(0, Math.Max(0, list.Count - 1)).Where(i => merges.ContainsKey((list[i], list[i + 1]))).OrderBy(i => merges[(list[i], list[i + 1])].Rank).ThenBy(static i => i).FirstOrDefault(-1);
            if (best < 0)
            {
                return [.. list];
            }

            list[best] = merges[(list[best], list[best + 1])].Id;
            list.RemoveAt(best + 1);
        }
    }
}
