namespace Prudence.Budgeting.Tests.Simulation;

/// <summary>What is durable: records, and where they end. All processes of a simulation share it.</summary>
internal sealed class SimulatedDisk(Action<LedgerRecord> onWritten)
{
    private readonly List<LedgerRecord> records = [];

    public LedgerHead Head { get; private set; }

    /// <summary>Says yes to this append and loses it; a lie that a simulation must find out.</summary>
    public int LosesAppend { get; init; } = -1;

    private int Appends { get; set; }

    public LedgerRecord this[long sequence] => records[(int)sequence - 1];

    public IEnumerable<LedgerRecord> Range(long first, long last) => records.Skip((int)first - 1).Take((int)(last - first + 1)).ToList();

    public bool Append(LedgerHead expected, IReadOnlyList<LedgerRecord> batch, LedgerHead head)
    {
        if (expected != Head)
        {
            return false;
        }

        if (Appends++ == LosesAppend)
        {
            return true;
        }

        records.AddRange(batch);
        Head = head;
        foreach (var record in batch)
        {
            onWritten(record);
        }

        return true;
    }
}
