using Prudence.Budgeting;

namespace Prudence.Bench.Budgeting;

/// <summary>Counts how many calls of a crowd are let through where there is room for fifty.</summary>
internal static class Admissions
{
    private const int Threads = 64;
    private const int CallsPerThread = 100;
    private const int Room = 50;
    private const long Price = 100_000_000;

    private static readonly Cost Worst = Cost.Zero.With(Resource.Money, Price);

    public static string Range(int runs, Func<int> admitted)
    {
        var counts = Enumerable.Range(0, runs).Select(_ => admitted()).ToArray();
        return $"{counts.Min()} to {counts.Max()}";
    }

    public static int OfReservations()
    {
        var budget = Budget.Create("key", new BudgetLimit(Resource.Money, Room * Price));
        return Crowd(() =>
        {
            if (!budget.TryReserve(Worst, "draft", out var hold, out _))
            {
                return false;
            }

            Thread.Yield();
            hold.Settle(Worst);
            return true;
        });
    }

    public static int OfNaiveBudget()
    {
        var budget = new NaiveBudget(Room * Price);
        return Crowd(() =>
        {
            if (!budget.HasRoom(Price))
            {
                return false;
            }

            Thread.Yield();
            budget.Record(Price);
            return true;
        });
    }

    /// <summary>The call itself is a turn of the other threads: without one there would be no crowd.</summary>
    private static int Crowd(Func<bool> call)
    {
        var admitted = 0;
        using var start = new Barrier(Threads);
        var threads = Enumerable.Range(0, Threads).Select(_ => new Thread(() =>
        {
            start.SignalAndWait();
            for (var i = 0; i < CallsPerThread; i++)
            {
                Interlocked.Add(ref admitted, call() ? 1 : 0);
            }
        })).ToArray();
        Array.ForEach(threads, static thread => thread.Start());
        Array.ForEach(threads, static thread => thread.Join());
        return admitted;
    }
}
