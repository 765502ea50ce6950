namespace Prudence.Budgeting;

/// <summary>
/// A durable record of what may be spent, is held and was spent, by scope. A reservation holds its worst case in a scope and in all scopes above
/// it, or in none; what is held and spent never exceeds what was granted, but where a settlement exceeds its hold. Nothing is answered before it is
/// durable, and when the store fails everything is refused.
/// </summary>
/// <remarks>
/// All members may be called from many threads, and several processes may have the same ledger open. Cancelling a call stops the waiting, not the
/// request: repeat it with the same idempotency key to learn what became of it. Every call may throw <see cref="LedgerUnavailableException"/> or
/// <see cref="LedgerCorruptionException"/>; then all later ones throw the same.
/// </remarks>
public sealed class Ledger : IAsyncDisposable
{
    private readonly LedgerWriter writer;
    private readonly ILedgerStore store;
    private readonly LedgerOptions options;

    private Ledger(LedgerState state, ILedgerStore store, LedgerOptions options)
    {
        (this.store, this.options) = (store, options);
        writer = new LedgerWriter(state, store, options);
    }

    /// <summary>Reads and checks all entries, writes the expiry of holds whose time is up, and serves. The ledger disposes of the store, also where it cannot be opened.</summary>
    /// <param name="store">Where the records are.</param>
    /// <param name="options">Clock and times; the system's clock and an hour for holds if null.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <exception cref="LedgerCorruptionException">A record is not what was written; the message says which.</exception>
    public static async Task<Ledger> OpenAsync(ILedgerStore store, LedgerOptions? options = null, CancellationToken cancellation = default)
    {
        try
        {
            var state = await VerifyAsync(store, cancellation).ConfigureAwait(false);
            var ledger = new Ledger(state, store, options ?? new LedgerOptions());
            await ledger.HeadAsync(cancellation).ConfigureAwait(false);
            return ledger;
        }
        catch when (store is not null)
        {
            await store.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Reads and checks all entries and writes nothing.</summary>
    /// <param name="store">Where the records are.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <returns>What the entries add up to.</returns>
    /// <exception cref="LedgerCorruptionException">A record is not what was written; the message says which.</exception>
    public static async Task<LedgerState> VerifyAsync(ILedgerStore store, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        var state = new LedgerState();
        await LedgerReader.CatchUpAsync(state, store, cancellation).ConfigureAwait(false);
        return state;
    }

    /// <summary>
    /// Lets a scope spend. Without a window the amounts are added to what it may spend for the life of the ledger. With a window they are the most it may
    /// spend and hold in the window, a rate and not a top-up: the latest grant of a window replaces the one before. All limits of a scope hold, and
    /// those of the scopes above it.
    /// </summary>
    /// <param name="scope">The path, such as <c>organisation/team/key</c>. It limits the resources that were granted to it.</param>
    /// <param name="amounts">What is added, or the limits over the window.</param>
    /// <param name="purpose">Why.</param>
    /// <param name="idempotencyKey">A repetition with the same key grants nothing more; empty for none.</param>
    /// <param name="window">
    /// When counting starts again; <see cref="LimitWindow.Lifetime"/> if null. What is charged from the first grant of a window on counts in it, at the
    /// time of its entry, and what is held counts as long as it is held. The time zone of a calendar must be one that the system knows by name.
    /// </param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="ArgumentException">A name or an amount makes no sense, or the time zone is not known by its name.</exception>
    public Task<LedgerResult> GrantAsync(
        string scope, Cost amounts, string purpose = "", string idempotencyKey = "", LimitWindow? window = null, CancellationToken cancellation = default)
    {
        LedgerNames.CheckScope(scope);
        LedgerNames.CheckWindow(window);
        return SubmitAsync(
            new LedgerRequest
            {
                Kind = LedgerEntryKind.Grant,
                Scope = scope,
                Amounts = amounts,
                Window = window is LifetimeWindow ? null : window,
                Purpose = purpose,
                Key = idempotencyKey,
            },
            cancellation);
    }

    /// <summary>Holds a worst case in a scope and all above it, or in none of them.</summary>
    /// <param name="scope">The path. It or a scope above it must have been granted something.</param>
    /// <param name="worst">The most that can be used.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="holdFor">After what time the amounts are given back if nobody settles; <see cref="LedgerOptions.HoldTimeout"/> if null.</param>
    /// <param name="idempotencyKey">A repetition with the same key finds the same hold; empty for none.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task<LedgerResult> ReserveAsync(
        string scope, Cost worst, string purpose = "", TimeSpan? holdFor = null, string idempotencyKey = "", CancellationToken cancellation = default)
    {
        LedgerNames.CheckScope(scope);
        var time = holdFor ?? options.HoldTimeout;
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(time, TimeSpan.Zero, nameof(holdFor));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(time, TimeSpan.FromDays(36_525), nameof(holdFor));
        return SubmitAsync(
            new LedgerRequest { Kind = LedgerEntryKind.Reserve, Scope = scope, Amounts = worst, Purpose = purpose, HoldFor = time, Key = idempotencyKey }, cancellation);
    }

    /// <summary>Ends a hold and charges what was used, all of it: above the hold and after its expiry as well, which the entry's marks tell.</summary>
    /// <param name="holdId">The hold, as the reservation gave it.</param>
    /// <param name="actual">What was used.</param>
    /// <param name="purpose">What it turned out to be for; that of the reservation if empty.</param>
    /// <param name="idempotencyKey">A repetition with the same key is not charged again; empty for none.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task<LedgerResult> SettleAsync(
        long holdId, Cost actual, string purpose = "", string idempotencyKey = "", CancellationToken cancellation = default) =>
        SubmitAsync(
            new LedgerRequest { Kind = LedgerEntryKind.Settle, HoldId = holdId, Amounts = actual, Purpose = purpose, Key = idempotencyKey }, cancellation);

    /// <summary>Ends a hold without a charge.</summary>
    /// <param name="holdId">The hold, as the reservation gave it.</param>
    /// <param name="idempotencyKey">A repetition with the same key gets the same answer; empty for none.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task<LedgerResult> ReleaseAsync(long holdId, string idempotencyKey = "", CancellationToken cancellation = default) =>
        SubmitAsync(new LedgerRequest { Kind = LedgerEntryKind.Release, HoldId = holdId, Key = idempotencyKey }, cancellation);

    /// <summary>Corrects what is spent in a scope and all above it, whatever the limits say.</summary>
    /// <param name="scope">The path.</param>
    /// <param name="amounts">By how much.</param>
    /// <param name="isCredit">True to lower what is spent, false to raise it.</param>
    /// <param name="purpose">Why.</param>
    /// <param name="idempotencyKey">A repetition with the same key corrects nothing more; empty for none.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task<LedgerResult> AdjustAsync(
        string scope, Cost amounts, bool isCredit, string purpose, string idempotencyKey = "", CancellationToken cancellation = default)
    {
        LedgerNames.CheckScope(scope);
        var marks = isCredit ? LedgerMarks.Credit : LedgerMarks.None;
        return SubmitAsync(
            new LedgerRequest { Kind = LedgerEntryKind.Adjust, Marks = marks, Scope = scope, Amounts = amounts, Purpose = purpose, Key = idempotencyKey }, cancellation);
    }

    /// <summary>How a resource stands in a scope, by what is durable now.</summary>
    public Task<LedgerBalance> BalanceAsync(string scope, Resource resource, CancellationToken cancellation = default) =>
        LookAsync(state => state.BalanceOf(scope, resource), cancellation);

    /// <summary>Every account that is not zero, by what is durable now.</summary>
    public Task<IReadOnlyList<LedgerBalance>> BalancesAsync(CancellationToken cancellation = default) =>
        LookAsync(static state => state.Balances, cancellation);

    /// <summary>How the limits of a scope on a resource over windows stand now, by what is durable; none where there are no such limits.</summary>
    public Task<IReadOnlyList<LedgerWindowBalance>> WindowsAsync(string scope, Resource resource, CancellationToken cancellation = default) =>
        LookAsync(state => state.WindowsOf(scope, resource, options.Clock.GetUtcNow()), cancellation);

    /// <summary>The holds that nobody settled or released, by what is durable now.</summary>
    public Task<IReadOnlyList<LedgerHold>> HoldsAsync(CancellationToken cancellation = default) => LookAsync(static state => state.Holds, cancellation);

    /// <summary>Where the ledger ends. Who keeps it elsewhere can prove that nothing was taken away since.</summary>
    public Task<LedgerHead> HeadAsync(CancellationToken cancellation = default) => LookAsync(static state => state.Head, cancellation);

    /// <summary>Answers what waits, and closes the store.</summary>
    public async ValueTask DisposeAsync()
    {
        await writer.StopAsync().ConfigureAwait(false);
        await store.DisposeAsync().ConfigureAwait(false);
    }

    private Task<LedgerResult> SubmitAsync(LedgerRequest request, CancellationToken cancellation)
    {
        LedgerNames.CheckAmounts(request.Amounts);
        LedgerNames.CheckPurpose(request.Purpose);
        LedgerNames.CheckKey(request.Key);
        cancellation.ThrowIfCancellationRequested();
        var answer = writer.Submit(request.WithBody());
        return cancellation.CanBeCanceled ? answer.WaitAsync(cancellation) : answer;
    }

    private async Task<T> LookAsync<T>(Func<LedgerState, T> look, CancellationToken cancellation)
    {
        T seen = default!;
        await writer.Submit(new LedgerRequest { Look = state => seen = look(state) }).WaitAsync(cancellation).ConfigureAwait(false);
        return seen;
    }
}
