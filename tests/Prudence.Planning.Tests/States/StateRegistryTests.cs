using Prudence.Budgeting;
using Prudence.Planning.States;

namespace Prudence.Planning.Tests.States;

public sealed unsafe class StateRegistryTests
{
    [Theory]
    [InlineData(1, 20_000)]
    [InlineData(3, 20_000)]
    [InlineData(2, 700_000)]
    public void Equal_states_have_one_id_and_keep_their_words(int words, int count)
    {
        using var stop = new StopSignal(RunLimits.Unlimited);
        using var registry = new StateRegistry(words, 2, stop);
        var state = stackalloc uint[words];
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < count; i++)
            {
                Fill(state, words, i);
                var hash = StateHash.Compute(state, words);
                if (round == 0 && i % 1000 == 0)
                {
                    Assert.Equal(-1, registry.Find(state, hash));
                }

                Assert.Equal(i, registry.FindOrAdd(state, hash));
                Assert.Equal(i, registry.Find(state, hash));
                var record = registry.Record(i);
                Assert.Equal(round == 0 ? 0u : (uint)i, record[words + 1]);
                record[words + 1] = (uint)i;
            }
        }

        Assert.Equal(count, registry.Count);
        for (var i = 0; i < count; i++)
        {
            Fill(state, words, i);
            Assert.True(new ReadOnlySpan<uint>(state, words).SequenceEqual(new ReadOnlySpan<uint>(registry.Record(i), words)));
        }
    }

    [Fact]
    public void Equal_hashes_do_not_make_states_equal()
    {
        using var stop = new StopSignal(RunLimits.Unlimited);
        using var registry = new StateRegistry(1, 0, stop);
        for (var i = 0u; i < 500; i++)
        {
            Assert.Equal((int)i, registry.FindOrAdd(&i, 7));
        }

        for (var i = 0u; i < 500; i++)
        {
            Assert.Equal((int)i, registry.FindOrAdd(&i, 7));
        }
    }

    [Fact]
    public void A_state_costs_less_than_twice_its_words_and_a_slot()
    {
        using var stop = new StopSignal(RunLimits.Unlimited);
        using var registry = new StateRegistry(4, 3, stop);
        var state = stackalloc uint[4];
        for (var i = 0; i < 1_000_000; i++)
        {
            Fill(state, 4, i);
            registry.FindOrAdd(state, StateHash.Compute(state, 4));
        }

        Assert.InRange((double)registry.Bytes / registry.Count, 28, 28 + 24);
    }

    [Fact]
    public void Memory_is_refused_at_every_point_without_harm()
    {
        var state = stackalloc uint[2];
        for (var allowed = 0L; allowed < 40; allowed++)
        {
            var used = 0L;
            var left = allowed;
            using var stop = new StopSignal(new RunLimits { MemoryBytes = 1 }, memoryInUse: () => left-- > 0 ? long.MinValue / 2 : used + 2);
            using var registry = new StateRegistry(2, 3, stop);
            var id = 0;
            var count = 0;
            for (; id >= 0 && count < 300_000; count++)
            {
                Fill(state, 2, count);
                id = registry.FindOrAdd(state, StateHash.Compute(state, 2));
            }

            Assert.True(id >= 0 || stop.IsRaised);
            for (var i = 0; i < registry.Count; i += 997)
            {
                Fill(state, 2, i);
                Assert.Equal(i, registry.Find(state, StateHash.Compute(state, 2)));
            }
        }
    }

    private static void Fill(uint* state, int words, int number)
    {
        for (var w = 0; w < words; w++)
        {
            state[w] = (uint)(number >> (w * 5));
        }

        state[0] = (uint)number;
    }
}
