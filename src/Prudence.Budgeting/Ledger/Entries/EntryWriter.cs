using System.Buffers.Binary;
using System.Text;

namespace Prudence.Budgeting;

/// <summary>Writes numbers, texts with their length ahead, and amounts. There is one way only to write a value, so that hashes are equal where values are.</summary>
internal sealed class EntryWriter
{
    private byte[] buffer = new byte[1024];
    private int length;

    public ReadOnlySpan<byte> Written => buffer.AsSpan(0, length);

    public void Clear() => length = 0;

    public void Byte(int value) => Take(1)[0] = checked((byte)value);

    public void Int64(long value) => BinaryPrimitives.WriteInt64BigEndian(Take(8), value);

    public void Hash(LedgerHash hash) => hash.Write(Take(LedgerHash.Size));

    public void Text(string text)
    {
        var bytes = Encoding.UTF8.GetByteCount(text);
        BinaryPrimitives.WriteUInt16BigEndian(Take(2), checked((ushort)bytes));
        Encoding.UTF8.GetBytes(text, Take(bytes));
    }

    public void Amounts(Cost cost)
    {
        var amounts = cost.Entries;
        Byte(amounts.Length);
        foreach (var (resource, amount) in amounts)
        {
            Text(resource.Name);
            Text(resource.Unit);
            Int64(amount);
        }
    }

    private Span<byte> Take(int count)
    {
        while (length + count > buffer.Length)
        {
            Array.Resize(ref buffer, 2 * buffer.Length);
        }

        length += count;
        return buffer.AsSpan(length - count, count);
    }
}
