using System.Globalization;

namespace Prudence.Budgeting.Tests.Simulation;

/// <summary>
/// Processes that share a ledger, clients that ask them, a clock that is put forward and back, a disk that fails, and deaths at every point: what
/// happens next is drawn from a seed, and everything runs on one thread, so that a seed that fails fails again in the same way.
/// </summary>
internal sealed class LedgerSimulation
{
    private const int Processes = 3;

    private readonly Random random;
    private readonly int seed;
    private readonly FakeTimeProvider clock = new();
    private readonly SimulatedDisk disk;
    private readonly SimpleLedger simple = new();
    private readonly SimulatedProcess?[] processes = new SimulatedProcess?[Processes];
    private readonly WishMaker wishes;
    private readonly Dictionary<string, long> answeredKeys = [];
    private int step;

    public LedgerSimulation(int seed, int losesAppend = -1)
    {
        (this.seed, random) = (seed, new Random(seed));
        disk = new SimulatedDisk(record => simple.Take(LedgerCodec.Decode(record))) { LosesAppend = losesAppend };
        wishes = new WishMaker(random);
    }

    /// <summary>How often what happened, to see that a run was worth something.</summary>
    public Dictionary<string, int> Events { get; } = [];

    /// <summary>What the ledger ends with; equal for equal seeds.</summary>
    public LedgerHead Head => disk.Head;

    public int Operations { get; private set; }

    public LedgerSimulation Run(int steps)
    {
        // Under a context, such as that of a test, whoever waits would go on in another thread.
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            for (step = 0; step < steps; step++)
            {
                Step();
            }

            End();
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"seed {seed} fails at step {step} of {steps}: {exception.Message}"), exception);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }

        return this;
    }

    private void Step()
    {
        var index = random.Next(Processes);
        if (processes[index] is not { } process)
        {
            processes[index] = Note("start", new SimulatedProcess(disk, clock));
            return;
        }

        var draw = random.Next(1000);
        if (draw < 5)
        {
            Kill(index, process);
        }
        else if (draw < 60)
        {
            MoveClock();
        }
        else if (process.Store.IsWriting)
        {
            Write(process, draw);
        }
        else if (process.CanTakeTurn && random.Next(3) == 0)
        {
            process.TakeTurn(Note("turn", random.Next(1, 9)));
        }
        else
        {
            process.Ask(wishes.Next());
            Operations++;
        }

        Hear(process);
        if (process.IsDead)
        {
            Bury(index, process);
        }
    }

    private void Write(SimulatedProcess process, int draw)
    {
        if (draw < 65)
        {
            process.Store.Fail(isWritten: Note("failure", random.Next(2)) == 0);
        }
        else
        {
            var before = disk.Head;
            process.Store.Complete();
            Note(disk.Head == before ? "lost race" : "write", 0);
        }
    }

    private void Kill(int index, SimulatedProcess process)
    {
        process.Store.Abandon(isWritten: Note(process.Store.IsWriting ? "death while writing" : "death", random.Next(2)) == 0);
        Bury(index, process);
    }

    private void Bury(int index, SimulatedProcess process)
    {
        wishes.AskAgain(process.Unanswered);
        processes[index] = null;
    }

    private void MoveClock()
    {
        switch (random.Next(8))
        {
            case 0:
                clock.Start = clock.Start.AddHours(-Note("clock back", 1));
                break;
            case 1:
                clock.Advance(TimeSpan.FromHours(random.Next(1, 30)));
                break;
            default:
                clock.Advance(TimeSpan.FromSeconds(random.Next(1, 300)));
                break;
        }
    }

    private void Hear(SimulatedProcess process)
    {
        var answers = process.TakeAnswers();
        foreach (var (wish, result) in answers)
        {
            wishes.Answered(wish, result);
            if (result.IsAccepted)
            {
                CheckEntry(wish, result.Entry);
            }
            else if (answers.Count == 1 && wish.Kind == LedgerEntryKind.Reserve && result.Refusal.Reason == LedgerRefusalReason.Limit && process.State.Head == disk.Head)
            {
                Assert.False(simple.HasRoom(wish.Scope, wish.Amounts, Max(clock.GetUtcNow(), process.State.Time)), $"refused though there is room: {result.Refusal}");
                Note("refusal", 0);
            }
        }
    }

    /// <summary>What was answered is durable, and stays so; a key has one entry for ever.</summary>
    private void CheckEntry(Wish wish, LedgerEntry entry)
    {
        Assert.Equal(entry.Hash, LedgerCodec.Decode(disk[entry.Sequence]).Hash);
        Assert.Equal((wish.Kind, wish.Amounts, wish.Key), (entry.Kind, wish.Kind == LedgerEntryKind.Release ? wish.Amounts : entry.Amounts, entry.IdempotencyKey));
        if (wish.Key.Length > 0)
        {
            answeredKeys.TryAdd(wish.Key, entry.Sequence);
            Assert.Equal(answeredKeys[wish.Key], entry.Sequence);
        }
    }

    /// <summary>After all deaths: a new process finds what the entries add up to, and gives back what nobody settled.</summary>
    private void End()
    {
        var last = new SimulatedProcess(disk, clock);
        foreach (var (scope, resource) in simple.Accounts)
        {
            var balance = last.State.BalanceOf(scope, new Resource(resource, ""));
            Assert.Equal(simple.Of(scope, resource), (balance.Granted, balance.Spent, balance.Held));
        }

        foreach (var (key, sequence) in answeredKeys)
        {
            Assert.Equal(key, LedgerCodec.Decode(disk[sequence]).IdempotencyKey);
        }

        clock.Advance(TimeSpan.FromDays(3));
        last.Ask(wishes.Grant());
        last.TakeTurn(1);
        last.Store.Complete();
        Assert.Equal(0, simple.OpenHolds);
        Assert.All(simple.Accounts, account => Assert.Equal(0, simple.Of(account.Scope, account.Resource).Held));
    }

    private static DateTimeOffset Max(DateTimeOffset left, DateTimeOffset right) => left > right ? left : right;

    private T Note<T>(string what, T value)
    {
        Events[what] = Events.GetValueOrDefault(what) + 1;
        return value;
    }
}
