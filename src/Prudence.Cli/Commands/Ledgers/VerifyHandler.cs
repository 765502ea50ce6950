using Prudence.Budgeting;
using Prudence.Cli.Ledgers;
using Prudence.Cli.Output;
using Prudence.Cli.Progress;
using Prudence.Cli.Running;

namespace Prudence.Cli.Commands.Ledgers;

internal sealed class VerifyHandler(Terminal terminal, bool json, TimeProvider clock)
{
    public async Task<int> RunAsync(LedgerLocation location, LedgerHead? kept, CancellationToken cancellation)
    {
        var started = clock.GetTimestamp();
        try
        {
            var store = await location.OpenForReadingAsync(cancellation).ConfigureAwait(false);
            await using (store.ConfigureAwait(false))
            {
                using var progress = new ProgressLine(terminal, "checking", clock);
                var state = await LedgerScan.RunAsync(store, static _ => { }, progress, cancellation).ConfigureAwait(false);
                if (kept is { } head)
                {
                    await ProveAsync(store, head, state.Head, cancellation).ConfigureAwait(false);
                }

                return TellSound(location, state, kept, clock.GetElapsedTime(started));
            }
        }
        catch (LedgerCorruptionException damage)
        {
            return TellDamaged(location, damage);
        }
    }

    /// <summary>Shows that a head is the end of a beginning of the chain. As each entry holds the hash of the one ahead, all before it are then as they were.</summary>
    private static async Task ProveAsync(ILedgerStore store, LedgerHead kept, LedgerHead end, CancellationToken cancellation)
    {
        var hash = default(LedgerHash);
        await foreach (var record in store.ReadAsync(kept.Sequence, kept.Sequence, cancellation).ConfigureAwait(false))
        {
            hash = LedgerCodec.Decode(record).Hash;
        }

        if (hash != kept.Hash)
        {
            throw new LedgerCorruptionException(
                Math.Min(kept.Sequence, end.Sequence),
                "head kept elsewhere",
                HeadText.Write(kept),
                kept.Sequence > end.Sequence ? $"an end at entry {end.Sequence}" : $"{hash}: the ledger was written anew since, or is another one");
        }
    }

    private int TellSound(LedgerLocation location, LedgerState state, LedgerHead? kept, TimeSpan time)
    {
        if (json)
        {
            JsonOutput.Write(terminal.Out, writer =>
            {
                writer.WriteString("outcome", "sound");
                writer.WriteNumber("exitCode", ExitCode.Success);
                writer.WriteString("ledger", location.Name);
                OverviewJson.WriteHead(writer, state.Head);
                JsonOutput.WriteOptional(writer, "containsHead", kept is { } head ? HeadText.Write(head) : null);
                writer.WriteNumber("microseconds", (long)time.TotalMicroseconds);
            });
            return ExitCode.Success;
        }

        var output = TextOutput.For(terminal);
        output.Line($"{location.Name} is sound: {OverviewText.Entries(state.Head.Sequence)} checked in {AmountFormat.Time(time)}", Tone.Good);
        output.Line($"head {HeadText.Write(state.Head)}");
        if (kept is { } known)
        {
            output.Line($"the head of entry {known.Sequence} that you kept is in it: everything up to there is as it was", Tone.Good);
        }

        return ExitCode.Success;
    }

    private int TellDamaged(LedgerLocation location, LedgerCorruptionException damage)
    {
        if (json)
        {
            JsonOutput.Write(terminal.Out, writer =>
            {
                writer.WriteString("outcome", "damaged");
                writer.WriteNumber("exitCode", ExitCode.DamagedLedger);
                writer.WriteString("ledger", location.Name);
                writer.WriteNumber("sequence", damage.Sequence);
                writer.WriteString("place", damage.Place);
                writer.WriteString("expected", damage.Expected);
                writer.WriteString("found", damage.Found);
            });
        }

        terminal.Error.WriteLine($"prudence: {location.Name} is damaged{(damage.Sequence > 0 ? $" at entry {damage.Sequence}" : "")}: {damage.Place}");
        terminal.Error.WriteLine($"  expected  {damage.Expected}");
        terminal.Error.WriteLine($"  found     {damage.Found}");
        terminal.Error.WriteLine("  restore it from a copy: until then nothing is granted from it");
        return ExitCode.DamagedLedger;
    }
}
