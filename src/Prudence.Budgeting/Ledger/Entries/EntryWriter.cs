using System.Buffers.Binary;
using System.Text;

namespace Prudence.Budgeting;

/// <summary>
/// Writes numbers, texts with their length ahead, and amounts. There is one way only to write a value, so that hashes are equal where values are.
/// </summary>
/// <param name="chunk">How many bytes are allocated at once. What is written is a slice of them, and so one array serves many entries.</param>
internal sealed class EntryWriter(int chunk)
{
    private byte[] buffer = new byte[chunk];
    private int start;
    private int length;

    /// <summary>What was written since the last <see cref="Finish"/>.</summary>
    public ReadOnlySpan<byte> Written => buffer.AsSpan(start, length);

    /// <summary>What was written since last time. It is never written over.</summary>
    public ReadOnlyMemory<byte> Finish()
    {
        var taken = buffer.AsMemory(start, length);
        (start, length) = (start + length, 0);
        return taken;
    }

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

    public void Window(LimitWindow? window)
    {
        switch (window)
        {
            case CalendarWindow calendar:
                Byte(WindowCodes.FirstCalendar + (int)calendar.Unit);
                Text(calendar.TimeZone.Id);
                break;
            case RollingWindow rolling:
                Byte(WindowCodes.Rolling);
                Int64(rolling.Length.Ticks);
                break;
            default:
                Byte(WindowCodes.None);
                break;
        }
    }

    private Span<byte> Take(int count)
    {
        if (start + length + count > buffer.Length)
        {
            var next = new byte[Math.Max(chunk, 2 * (length + count))];
            Written.CopyTo(next);
            (buffer, start) = (next, 0);
        }

        length += count;
        return buffer.AsSpan(start + length - count, count);
    }
}
