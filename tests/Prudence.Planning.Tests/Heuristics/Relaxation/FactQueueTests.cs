using Prudence.Planning.Heuristics.Relaxation;

namespace Prudence.Planning.Tests.Heuristics.Relaxation;

public sealed class FactQueueTests
{
    [Theory]
    [InlineData(60)]
    [InlineData(5_000)]
    [InlineData(200_000)]
    public void Facts_come_out_in_the_order_of_their_costs(int largestStep)
    {
        var random = new Random(7);
        var queue = new FactQueue();
        for (var round = 0; round < 3; round++)
        {
            var expected = new PriorityQueue<int, int>();
            var last = 0;
            for (var i = 0; i < 5_000; i++)
            {
                var cost = last + random.Next(largestStep);
                queue.Push(cost, i);
                expected.Enqueue(i, cost);
                if (random.Next(3) == 0)
                {
                    expected.TryDequeue(out _, out var expectedCost);
                    Assert.True(queue.TryPop(out last, out _));
                    Assert.Equal(expectedCost, last);
                }
            }

            queue.Clear();
            Assert.False(queue.TryPop(out _, out _));
        }
    }

    [Fact]
    public void Of_equal_costs_the_last_comes_first()
    {
        var queue = new FactQueue();
        queue.Push(4, 10);
        queue.Push(4, 11);
        queue.Push(3, 12);

        Assert.True(queue.TryPop(out _, out var first));
        Assert.True(queue.TryPop(out _, out var second));
        Assert.True(queue.TryPop(out var cost, out var third));
        Assert.Equal((12, 11, 10, 4), (first, second, third, cost));
    }
}
