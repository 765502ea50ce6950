namespace Prudence.Budgeting;

/// <summary>
/// A scope of spending with limits, in a tree such as organisation, team, key, run, step. Whoever wants to spend reserves the worst case first; the
/// hold counts in the scope and all its ancestors, or in none of them. What is held and spent never exceeds a limit, whatever happens at the same
/// time; the one exception is a provider that reports more than was held, which is charged in full and flagged.
/// </summary>
/// <remarks>All members may be called from many threads. Time goes on monotonically: a clock that is put back does not open a window twice.</remarks>
public sealed class Budget : IDisposable
{
    private readonly DeadlineSource? deadline;

    internal Budget(BudgetTree tree, Budget? parent, string name, ScopeOptions options)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        foreach (var limit in options.Limits)
        {
            limit.Check();
        }

        Tree = tree;
        Parent = parent;
        Name = name;
        Path = parent is null ? name : $"{parent.Path}/{name}";
        if (tree.Recorder is not null)
        {
            LedgerNames.CheckScope(Path);
        }

        Books = new ScopeBooks(Path, options);
        deadline = options.Deadline is { } time ? new DeadlineSource(time, tree.Clock, parent?.Token ?? default) : null;
        Token = deadline?.Token ?? parent?.Token ?? default;
    }

    /// <summary>The name within the parent.</summary>
    public string Name { get; }

    /// <summary>The names from the root on, with slashes between.</summary>
    public string Path { get; }

    /// <summary>The scope it is part of; null for the root.</summary>
    public Budget? Parent { get; }

    /// <summary>Cancelled when the deadline passes, of the scope or of an ancestor.</summary>
    public CancellationToken Token { get; }

    internal BudgetTree Tree { get; }

    internal ScopeBooks Books { get; }

    /// <summary>Begins a tree.</summary>
    /// <param name="name">The name of its root.</param>
    /// <param name="limits">The limits of the root.</param>
    public static Budget Create(string name, params IReadOnlyList<BudgetLimit> limits) => Create(name, new ScopeOptions { Limits = limits });

    /// <summary>Begins a tree.</summary>
    /// <param name="name">The name of its root.</param>
    /// <param name="scope">What the root allows.</param>
    /// <param name="options">What holds for the whole tree; the system's clock and an hour for holds if null.</param>
    /// <exception cref="ArgumentException">A limit makes no sense; the message says why.</exception>
    public static Budget Create(string name, ScopeOptions scope, BudgetOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return new Budget(new BudgetTree(options ?? new BudgetOptions()), null, name, scope);
    }

    /// <summary>A scope within this one. Only its own limits are given: those of its ancestors hold as well.</summary>
    /// <param name="name">The name within this scope.</param>
    /// <param name="limits">Its limits; none if only the ancestors' hold.</param>
    public Budget CreateChild(string name, params IReadOnlyList<BudgetLimit> limits) => CreateChild(name, new ScopeOptions { Limits = limits });

    /// <summary>A scope within this one.</summary>
    /// <param name="name">The name within this scope.</param>
    /// <param name="options">What it allows.</param>
    /// <exception cref="ArgumentException">A limit makes no sense; the message says why.</exception>
    public Budget CreateChild(string name, ScopeOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new Budget(Tree, this, name, options);
    }

    /// <summary>Holds the worst case of a call in this scope and all its ancestors, or in none of them.</summary>
    /// <param name="worstCase">The most that the call may use. Resources that no scope limits are let through.</param>
    /// <param name="purpose">What it is for, such as <c>draft</c>, <c>vote</c> or <c>retry</c>: the lines of the receipt.</param>
    /// <param name="reservation">The hold, to be settled or released.</param>
    /// <param name="refusal">Why not, and what would fit.</param>
    /// <returns>True if it is held.</returns>
    public bool TryReserve(Cost worstCase, string purpose, out Reservation reservation, [System.Diagnostics.CodeAnalysis.NotNullWhen(false)] out BudgetRefusal? refusal)
    {
        ArgumentNullException.ThrowIfNull(worstCase);
        ArgumentNullException.ThrowIfNull(purpose);
        Tree.CheckNotRecorded();
        var isGranted = Tree.TryReserve(this, worstCase, purpose, out var slot, out refusal);
        reservation = isGranted ? new Reservation(this, slot) : default;
        return isGranted;
    }

    /// <summary>
    /// Holds the worst case of a call in this scope and all its ancestors, or in none of them; and, where the tree has a ledger, in the ledger, so that
    /// the hold is durable and counts for all processes.
    /// </summary>
    /// <param name="worstCase">The most that the call may use. Resources that no scope limits are let through.</param>
    /// <param name="purpose">What it is for, such as <c>draft</c>, <c>vote</c> or <c>retry</c>: the lines of the receipt.</param>
    /// <param name="cancellation">Stops waiting; then nothing is held.</param>
    /// <exception cref="LedgerUnavailableException">The ledger cannot be written; nothing is held here, and nothing is granted any more.</exception>
    public ValueTask<ReserveResult> ReserveAsync(Cost worstCase, string purpose, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(worstCase);
        ArgumentNullException.ThrowIfNull(purpose);
        if (Tree.Recorder is { } recorder)
        {
            return recorder.ReserveAsync(this, worstCase, purpose, cancellation);
        }

        cancellation.ThrowIfCancellationRequested();
        return new(TryReserve(worstCase, purpose, out var reservation, out var refusal) ? new(reservation, null) : new ReserveResult(default, refusal));
    }

    /// <summary>Whether this scope or one above it limits a resource. Always true where the tree has a ledger, whose grants may limit any.</summary>
    public bool IsLimited(Resource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return Tree.Recorder is not null || Tree.IsLimited(this, resource);
    }

    /// <summary>What was spent here and below, by purpose, and what is still held.</summary>
    public BudgetReceipt Receipt() => Tree.Receipt(this);

    /// <summary>What is spent and held of a resource over the life of the scope.</summary>
    public (long Spent, long Held) Of(Resource resource) => Tree.Amounts(this, resource);

    /// <summary>How the limits of this scope stand now; those of its ancestors hold as well.</summary>
    public IReadOnlyList<LimitStanding> Standing() => Tree.Standing(this);

    /// <summary>Closes the scope: it grants nothing any more. Holds stay until they are settled, released or expire.</summary>
    public void Dispose()
    {
        Tree.Close(this);
        deadline?.Dispose();
    }
}
