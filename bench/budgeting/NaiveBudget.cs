namespace Prudence.Bench.Budgeting;

/// <summary>A limit that is checked before a call and charged after it, with nothing in between.</summary>
internal sealed class NaiveBudget(long limit)
{
    private long spent;

    public bool HasRoom(long worst) => Interlocked.Read(ref spent) + worst <= limit;

    public void Record(long actual) => Interlocked.Add(ref spent, actual);
}
