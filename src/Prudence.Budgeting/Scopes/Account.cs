namespace Prudence.Budgeting;

/// <summary>One resource in one scope: what is held, what is spent, and the limits on it. Used under the lock of its tree.</summary>
internal sealed class Account(Resource resource)
{
    public Resource Resource => resource;

    public Meter[] Meters { get; private set; } = [];

    public long Held { get; private set; }

    /// <summary>Over the life of the scope; the largest amount where the resource is a peak.</summary>
    public long Spent { get; private set; }

    public void AddLimit(BudgetLimit limit) => Meters = [.. Meters, new Meter(limit)];

    /// <summary>The first limit that has no room for an amount, or null.</summary>
    public Meter? FirstWithout(long amount, long now)
    {
        foreach (var meter in Meters)
        {
            meter.Advance(now);
            if (amount > meter.Room(Held))
            {
                return meter;
            }
        }

        return null;
    }

    public void Hold(long amount) => Held = checked(Held + amount);

    public void Release(long amount) => Held -= amount;

    public void Charge(long amount, long now, string scope, ref List<(SoftThreshold Threshold, ThresholdCrossing Crossing)>? crossings)
    {
        Spent = CappedSum.Of(resource, Spent, amount);
        foreach (var meter in Meters)
        {
            meter.Advance(now);
            meter.Charge(amount, scope, ref crossings);
        }
    }
}
