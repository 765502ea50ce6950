using FsCheck;
using FsCheck.Fluent;

namespace Prudence.Budgeting.Tests.Ledgers;

/// <summary>Random batches, some of them taken back, against the fold of the entries that were kept and against windows counted by hand.</summary>
public sealed class LedgerHistoryTests
{
    private static readonly Config Seeded = Config.QuickThrowOnFailure.WithReplay(20261128, 7).WithMaxTest(200);
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    private static readonly LimitWindow[] Windows =
        [LimitWindow.Calendar(CalendarUnit.Hour), LimitWindow.Calendar(CalendarUnit.Day, Berlin), LimitWindow.Rolling(TimeSpan.FromMinutes(128))];

    private static readonly string[] Scopes = ["house", "house/room", "house/room/desk"];

    [Fact]
    public void What_is_taken_back_leaves_nothing_behind_and_windows_count_what_a_list_would() => Prop.ForAll(Batches(), Play).Check(Seeded);

    [Fact]
    [Trait("Category", "Long")]
    public void What_is_taken_back_leaves_nothing_behind_in_many_histories() => Prop.ForAll(Batches(), Play).Check(Seeded.WithMaxTest(20_000));

    private static Arbitrary<Batch[]> Batches()
    {
        var step = from kind in Gen.Choose(0, 9)
                   from place in Gen.Choose(0, 1000)
                   from amount in Gen.Choose(1, 40)
                   select new Step(kind, place, amount);
        var batch = from minutes in Gen.Choose(0, 90)
                    from isKept in Gen.Elements(true, true, false)
                    from steps in step.ListOf()
                    select new Batch(minutes, isKept, [.. steps]);
        return batch.ArrayOf().ToArbitrary();
    }

    private static void Play(Batch[] batches)
    {
        var (state, kept) = (new LedgerState(), new List<LedgerEntry>());
        var (batch, now) = (new LedgerBatch(state), new DateTimeOffset(2026, 10, 24, 20, 0, 0, TimeSpan.Zero));
        foreach (var (minutes, isKept, steps) in batches)
        {
            now += TimeSpan.FromMinutes(minutes);
            batch.Begin(now);
            foreach (var step in steps)
            {
                batch.Decide(Request(step, state));
            }

            if (isKept)
            {
                state.Keep();
                kept.AddRange(batch.Records.Select(LedgerCodec.Decode));
            }
            else
            {
                state.TakeBack();
            }

            var fold = new LedgerState();
            kept.ForEach(fold.Apply);
            Compare(fold, state, now);
            Compare(kept, state, now);
        }
    }

    private static void Compare(LedgerState expected, LedgerState actual, DateTimeOffset now)
    {
        Assert.Equal((expected.Head, expected.Time), (actual.Head, actual.Time));
        Assert.Equal(expected.Balances, actual.Balances);
        Assert.Equal(expected.Holds, actual.Holds);
        Assert.Equal(expected.WindowsAt(now), actual.WindowsAt(now));
        Assert.Equal(Scopes.SelectMany(scope => actual.WindowsOf(scope, SampleLedger.Money, now)), actual.WindowsAt(now));
    }

    private static void Compare(List<LedgerEntry> entries, LedgerState state, DateTimeOffset now)
    {
        foreach (var scope in Scopes)
        {
            foreach (var balance in state.WindowsOf(scope, SampleLedger.Money, now))
            {
                var simple = new SimpleWindow(balance.Window);
                var since = entries.SkipWhile(entry => entry.Scope != scope || entry.Window != balance.Window);
                foreach (var entry in since.Where(entry => entry.Scope.StartsWith(scope, StringComparison.Ordinal)))
                {
                    var amount = entry.Amounts[SampleLedger.Money];
                    if (entry.Marks.HasFlag(LedgerMarks.Credit))
                    {
                        simple.Credit(entry.Time, amount);
                    }
                    else if (entry.Kind is LedgerEntryKind.Settle or LedgerEntryKind.Adjust)
                    {
                        simple.Count(entry.Time, amount);
                    }
                }

                Assert.Equal(simple.SpentAt(now), balance.Spent);
            }
        }
    }

    private static LedgerRequest Request(Step step, LedgerState state)
    {
        var (scope, amounts, holds) = (Scopes[step.Place % 3], SampleLedger.Of(step.Amount), state.Holds);
        var hold = holds.Count == 0 ? 0 : holds[step.Place % holds.Count].Id;
        return step.Kind switch
        {
            0 => new() { Kind = LedgerEntryKind.Grant, Scope = scope, Amounts = SampleLedger.Of(100 * step.Amount) },
            1 => new() { Kind = LedgerEntryKind.Grant, Scope = scope, Amounts = SampleLedger.Of(10 * step.Amount), Window = Windows[step.Place % 3] },
            2 => new() { Kind = LedgerEntryKind.Release, HoldId = hold },
            3 => new() { Kind = LedgerEntryKind.Adjust, Scope = scope, Amounts = amounts },
            4 => new() { Kind = LedgerEntryKind.Adjust, Scope = scope, Amounts = amounts, Marks = LedgerMarks.Credit },
            5 or 6 => new() { Kind = LedgerEntryKind.Settle, HoldId = hold, Amounts = amounts },
            _ => new() { Kind = LedgerEntryKind.Reserve, Scope = scope, Amounts = amounts, HoldFor = TimeSpan.FromMinutes(step.Place) + TimeSpan.FromTicks(1) },
        };
    }

    private sealed record Step(int Kind, int Place, int Amount);

    private sealed record Batch(int Minutes, bool IsKept, Step[] Steps);
}
