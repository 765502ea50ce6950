namespace Prudence.Budgeting;

/// <summary>
/// Entries as bytes: a version, the fields in a fixed order (numbers big-endian, texts in UTF-8 with their length ahead), the hash of the entry
/// ahead, and at the end the SHA-256 hash of everything before it. Equal entries have equal bytes, and any other bytes are refused.
/// </summary>
public sealed class LedgerCodec
{
    /// <summary>The version of the format, the first byte of each record.</summary>
    public const int Version = 1;

    private readonly EntryWriter writer = new(chunk: 32 * 1024);

    /// <summary>The record of an entry, and the entry with its <see cref="LedgerEntry.Hash"/>. One thread at a time.</summary>
    public (LedgerEntry Entry, LedgerRecord Record) Encode(LedgerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        writer.Byte(Version);
        writer.Byte((int)entry.Kind);
        writer.Byte((int)entry.Marks);
        writer.Int64(entry.Sequence);
        writer.Text(entry.IdempotencyKey);
        if (entry.IdempotencyKey.Length > 0)
        {
            writer.Hash(entry.Body);
        }

        writer.Int64(entry.Time.UtcTicks);
        writer.Text(entry.Scope);
        writer.Int64(entry.HoldId);
        writer.Int64(entry.ExpiresAt?.UtcTicks ?? 0);
        writer.Amounts(entry.Amounts);
        if (entry.Kind == LedgerEntryKind.Grant)
        {
            writer.Window(entry.Window);
        }

        writer.Text(entry.Purpose);
        writer.Hash(entry.Previous);
        var hash = LedgerHash.Of(writer.Written);
        writer.Hash(hash);
        return (entry with { Hash = hash }, new LedgerRecord(entry.Sequence, writer.Finish()));
    }

    /// <summary>The entry of a record.</summary>
    /// <exception cref="LedgerCorruptionException">The bytes are not what <see cref="Encode"/> gave for that place; the message says what is wrong.</exception>
    /// <exception cref="LedgerUnavailableException">The entry names a time zone that this machine does not know.</exception>
    public static LedgerEntry Decode(LedgerRecord record)
    {
        var bytes = record.Bytes.Span;
        var hash = CheckHash(record.Sequence, bytes);
        var reader = new EntryReader(record.Sequence, bytes[..^LedgerHash.Size]);
        if (reader.Byte("version") is var version && version != Version)
        {
            throw reader.Wrong("version", $"{Version}", $"{version}; a newer program may have written it");
        }

        var (kind, marks) = (reader.Byte("kind"), reader.Byte("marks"));
        if (kind is < (int)LedgerEntryKind.Grant or > (int)LedgerEntryKind.Adjust || marks > 7)
        {
            throw reader.Wrong("kind and marks", "kind 1 to 6, marks 0 to 7", $"kind {kind}, marks {marks}");
        }

        if (reader.Int64("sequence") is var sequence && sequence != record.Sequence)
        {
            throw reader.Wrong("sequence", $"{record.Sequence}", $"{sequence}");
        }

        var key = reader.Text("idempotency key");
        var entry = new LedgerEntry
        {
            Sequence = sequence,
            IdempotencyKey = key,
            Body = key.Length > 0 ? reader.Hash("hash of the body") : default,
            Kind = (LedgerEntryKind)kind,
            Marks = (LedgerMarks)marks,
            Time = reader.Time("time"),
            Scope = reader.Text("scope"),
            HoldId = reader.Int64("hold"),
            ExpiresAt = reader.Time("expiry") is { Ticks: > 0 } time ? time : null,
            Amounts = reader.Amounts(),
            Window = kind == (int)LedgerEntryKind.Grant ? reader.Window() : null,
            Purpose = reader.Text("purpose"),
            Previous = reader.Hash("previous hash"),
            Hash = hash,
        };
        reader.End();
        return entry;
    }

    private static LedgerHash CheckHash(long sequence, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length <= LedgerHash.Size)
        {
            throw new LedgerCorruptionException(sequence, "record", $"more than {LedgerHash.Size} bytes", $"{bytes.Length}");
        }

        var (computed, stored) = (LedgerHash.Of(bytes[..^LedgerHash.Size]), LedgerHash.Read(bytes[^LedgerHash.Size..]));
        return computed == stored ? stored : throw new LedgerCorruptionException(sequence, "hash of the record", $"{computed}", $"{stored}");
    }
}
