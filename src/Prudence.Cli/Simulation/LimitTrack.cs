using Prudence.Budgeting;

namespace Prudence.Cli.Simulation;

/// <summary>What became of one limit in the course of a simulation.</summary>
internal sealed class LimitTrack(string scope, WorkloadLimit limit)
{
    private readonly List<DateTimeOffset> refusals = [];
    private readonly List<LimitSample> samples = [];
    private readonly Dictionary<int, DateTimeOffset> crossings = [];

    public string Scope => scope;

    public BudgetLimit Limit => limit.Limit;

    public IReadOnlyList<int> Notify => limit.Notify;

    public IReadOnlyList<DateTimeOffset> Refusals => refusals;

    /// <summary>How it stood, from the beginning to the end.</summary>
    public IReadOnlyList<LimitSample> Samples => samples;

    /// <summary>The most that was spent in a window.</summary>
    public long MostSpent { get; private set; }

    /// <summary>The most that was spent and held in a window.</summary>
    public long MostUsed { get; private set; }

    /// <summary>When the first call was refused; null if none was.</summary>
    public DateTimeOffset? RanOutAt => refusals.Count > 0 ? refusals[0] : null;

    /// <summary>How much was spent above the limit, at the worst moment.</summary>
    public long Overspent => Math.Max(0, MostSpent - Limit.Amount);

    /// <summary>When each share was reached for the first time.</summary>
    public IReadOnlyDictionary<int, DateTimeOffset> Crossings => crossings;

    public void Refuse(DateTimeOffset time) => refusals.Add(time);

    public void Sample(DateTimeOffset time, long spent, long held)
    {
        MostSpent = Math.Max(MostSpent, spent);
        MostUsed = Math.Max(MostUsed, spent + held);
        foreach (var percent in Notify)
        {
            if (spent >= (Int128)Limit.Amount * percent / 100)
            {
                crossings.TryAdd(percent, time);
            }
        }

        if (samples.Count == 0 || samples[^1].Spent != spent || samples[^1].Held != held)
        {
            samples.Add(new LimitSample(time, spent, held));
        }
    }
}
