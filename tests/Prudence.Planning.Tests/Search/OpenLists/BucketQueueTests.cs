using Prudence.Budgeting;
using Prudence.Planning.Search.OpenLists;

namespace Prudence.Planning.Tests.Search.OpenLists;

public sealed class BucketQueueTests
{
    [Theory]
    [InlineData(4)]
    [InlineData(300)]
    [InlineData(1_000_000)]
    public void Entries_leave_by_key_and_then_in_the_order_they_came(int keys)
    {
        var random = new Random(keys);
        using var stop = new StopSignal(RunLimits.Unlimited);
        using var queue = new BucketQueue<int>(stop);
        var reference = new PriorityQueue<int, (ulong, int)>();
        for (var i = 0; i < 40_000; i++)
        {
            if (random.Next(5) < 3)
            {
                var key = (ulong)random.Next(keys);
                Assert.True(queue.TryPush(key, i));
                reference.Enqueue(i, (key, i));
            }
            else if (reference.TryDequeue(out var expected, out var priority))
            {
                Assert.Equal(priority.Item1, queue.LowestKey);
                Assert.Equal(expected, queue.Peek());
                Assert.Equal(expected, queue.Pop());
            }

            Assert.Equal(reference.Count, queue.Count);
        }
    }

    [Fact]
    public void A_cleared_queue_is_as_good_as_new()
    {
        using var stop = new StopSignal(RunLimits.Unlimited);
        using var queue = new BucketQueue<OpenSuccessor>(stop);
        for (var round = 0; round < 3; round++)
        {
            for (var i = 0; i < 1000; i++)
            {
                queue.TryPush((ulong)(i % 7), new OpenSuccessor(i, round));
            }

            Assert.Equal(new OpenSuccessor(0, round), queue.Pop());
            Assert.Equal(new OpenSuccessor(7, round), queue.Pop());
            queue.Clear();
            Assert.Equal(0, queue.Count);
        }
    }

    [Fact]
    public void Preferred_queues_get_more_turns_after_a_boost()
    {
        using var stop = new StopSignal(RunLimits.Unlimited);
        using var queue = new AlternationQueue<int>(1, withPreferred: true, stop);
        for (var i = 0; i < 10; i++)
        {
            queue.TryPush(0, preferred: i >= 5, (ulong)i, i);
        }

        Assert.Equal([0, 5, 1, 6], Pop(queue, 4));
        queue.BoostPreferred(3);
        Assert.Equal([7, 8, 9, 2], Pop(queue, 4));
        Assert.Equal([3, 4, 5, 6, 7, 8, 9], Pop(queue, 20));
    }

    private static int[] Pop(AlternationQueue<int> queue, int count)
    {
        var popped = new List<int>();
        while (popped.Count < count && queue.TryPop(out var entry))
        {
            popped.Add(entry);
        }

        return [.. popped];
    }
}
