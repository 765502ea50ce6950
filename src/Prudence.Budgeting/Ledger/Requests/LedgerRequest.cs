namespace Prudence.Budgeting;

/// <summary>A question or a wish that waits for the writer. It ends as a task.</summary>
internal sealed class LedgerRequest() : TaskCompletionSource<LedgerResult>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    /// <summary>Looks at the state between two batches, and writes nothing; null for requests that do.</summary>
    public Action<LedgerState>? Look { get; init; }

    public LedgerEntryKind Kind { get; init; }

    public LedgerMarks Marks { get; init; }

    public string Scope { get; init; } = "";

    public long HoldId { get; init; }

    /// <summary>How long a reservation holds.</summary>
    public TimeSpan HoldFor { get; init; }

    public Cost Amounts { get; init; } = Cost.Zero;

    /// <summary>The window of a grant that limits over one.</summary>
    public LimitWindow? Window { get; init; }

    public string Purpose { get; init; } = "";

    public string Key { get; init; } = "";

    /// <summary>The hash of all that was asked, where there is a key.</summary>
    public LedgerHash Body { get; private set; }

    /// <summary>Done by the caller's thread, for the writer has enough to do.</summary>
    public LedgerRequest WithBody()
    {
        if (Key.Length > 0)
        {
            var writer = new EntryWriter(chunk: 512);
            writer.Byte((int)Kind);
            writer.Byte((int)Marks);
            writer.Text(Scope);
            writer.Int64(HoldId);
            writer.Int64(HoldFor.Ticks);
            writer.Amounts(Amounts);
            writer.Window(Window);
            writer.Text(Purpose);
            Body = LedgerHash.Of(writer.Written);
        }

        return this;
    }
}
