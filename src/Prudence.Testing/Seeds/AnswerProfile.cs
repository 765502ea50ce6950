namespace Prudence.Testing;

/// <summary>How often a model drawn from a seed does what. Odds are parts of a thousand calls.</summary>
public sealed record AnswerProfile
{
    private const int Thousand = 1000;
    private const int MostPieces = 10_000;

    /// <summary>A model that never fails and reports its usage truthfully at the end.</summary>
    public static AnswerProfile Honest { get; } = new();

    /// <summary>About four calls of five go well; each fault comes once in some dozens.</summary>
    public static AnswerProfile Mixed { get; } = new()
    {
        FailuresBeforeStart = 40,
        FailuresMidway = 30,
        FailuresBeforeUsage = 20,
        CutsMidway = 30,
        CutsBeforeUsage = 20,
        IgnoredCancellations = 50,
        MissingUsage = 30,
        ZeroUsage = 10,
        NegativeUsage = 10,
        AbsurdUsage = 10,
        CachedAboveInput = 10,
        EmptyUsage = 10,
        UsageTwice = 30,
        UsageElsewhere = 150,
    };

    /// <summary>Half of the calls break off, and half of the reports of usage are wrong.</summary>
    public static AnswerProfile Hostile { get; } = new()
    {
        FailuresBeforeStart = 100,
        FailuresMidway = 100,
        FailuresBeforeUsage = 100,
        CutsMidway = 100,
        CutsBeforeUsage = 100,
        IgnoredCancellations = 500,
        MissingUsage = 100,
        ZeroUsage = 80,
        NegativeUsage = 80,
        AbsurdUsage = 80,
        CachedAboveInput = 80,
        EmptyUsage = 80,
        UsageTwice = 200,
        UsageElsewhere = 500,
    };

    /// <summary>The most pieces of an answer; each number from 1 on is as likely. What the request allows may end it earlier.</summary>
    public int MaxPieces { get; init; } = 12;

    /// <summary>The longest delay ahead of a piece; each whole millisecond up to it is as likely.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Answers that begin with reasoning.</summary>
    public int Reasoning { get; init; } = 150;

    /// <summary>Answers that call a tool, where the request has any.</summary>
    public int ToolCalls { get; init; } = 300;

    /// <summary>Answers for which part of the input was read from a cache.</summary>
    public int CachedInput { get; init; } = 200;

    /// <summary>Errors ahead of the first update, as of an overloaded provider.</summary>
    public int FailuresBeforeStart { get; init; }

    /// <summary>Errors after some update.</summary>
    public int FailuresMidway { get; init; }

    /// <summary>Errors in place of the usage.</summary>
    public int FailuresBeforeUsage { get; init; }

    /// <summary>Streams that end after some update.</summary>
    public int CutsMidway { get; init; }

    /// <summary>Streams that end in place of the usage.</summary>
    public int CutsBeforeUsage { get; init; }

    /// <summary>Calls that go on when they are cancelled.</summary>
    public int IgnoredCancellations { get; init; }

    /// <summary>Answers without any report of usage.</summary>
    public int MissingUsage { get; init; }

    /// <summary>Reports of nothing but zeros.</summary>
    public int ZeroUsage { get; init; }

    /// <summary>Reports of negative counts.</summary>
    public int NegativeUsage { get; init; }

    /// <summary>Reports of impossibly large counts.</summary>
    public int AbsurdUsage { get; init; }

    /// <summary>Reports of more cached input than input.</summary>
    public int CachedAboveInput { get; init; }

    /// <summary>Reports without counts.</summary>
    public int EmptyUsage { get; init; }

    /// <summary>Answers that report their usage a second time, whatever the report says.</summary>
    public int UsageTwice { get; init; }

    /// <summary>Answers that report their usage anywhere but at the end, each place as likely.</summary>
    public int UsageElsewhere { get; init; }

    /// <exception cref="ArgumentException">The profile contradicts itself; the message says how.</exception>
    internal void Check()
    {
        CheckRange(nameof(MaxPieces), MaxPieces, 1, MostPieces);
        CheckRange(nameof(MaxDelay), (long)MaxDelay.TotalMilliseconds, 0, (long)TimeSpan.FromDays(1).TotalMilliseconds);
        CheckOdds("an answer breaks off in one way at most", FailuresBeforeStart, FailuresMidway, FailuresBeforeUsage, CutsMidway, CutsBeforeUsage);
        CheckOdds("usage is wrong in one way at most", MissingUsage, ZeroUsage, NegativeUsage, AbsurdUsage, CachedAboveInput, EmptyUsage);
        foreach (var odds in new[] { Reasoning, ToolCalls, CachedInput, IgnoredCancellations, UsageTwice, UsageElsewhere })
        {
            CheckOdds("odds are parts of a thousand", odds);
        }
    }

    private static void CheckRange(string name, long value, long least, long most)
    {
        if (value < least || value > most)
        {
            throw new ArgumentException($"{name} lies from {least} to {most}, not at {value}");
        }
    }

    private static void CheckOdds(string rule, params int[] odds)
    {
        if (odds.Any(static odd => odd < 0) || odds.Sum(static odd => (long)odd) > Thousand)
        {
            throw new ArgumentException($"The profile says {string.Join(" + ", odds)}, but {rule}: each is at least 0, and their sum at most {Thousand}");
        }
    }
}
