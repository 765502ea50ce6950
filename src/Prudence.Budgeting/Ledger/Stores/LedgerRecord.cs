namespace Prudence.Budgeting;

/// <summary>An entry as a store keeps it.</summary>
/// <param name="Sequence">Its place.</param>
/// <param name="Bytes">Its bytes, as <see cref="LedgerCodec"/> writes them.</param>
public readonly record struct LedgerRecord(long Sequence, ReadOnlyMemory<byte> Bytes);
