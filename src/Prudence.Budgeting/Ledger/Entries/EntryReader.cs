using System.Buffers.Binary;
using System.Text;

namespace Prudence.Budgeting;

/// <summary>Reads what <see cref="EntryWriter"/> wrote, and refuses everything that it would have written otherwise.</summary>
internal ref struct EntryReader(long sequence, ReadOnlySpan<byte> bytes)
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    private readonly ReadOnlySpan<byte> bytes = bytes;
    private int position;

    public byte Byte(string what) => Take(1, what)[0];

    public long Int64(string what) => BinaryPrimitives.ReadInt64BigEndian(Take(8, what));

    public LedgerHash Hash(string what) => LedgerHash.Read(Take(LedgerHash.Size, what));

    public string Text(string what)
    {
        var text = Take(BinaryPrimitives.ReadUInt16BigEndian(Take(2, what)), what);
        try
        {
            return Strict.GetString(text);
        }
        catch (DecoderFallbackException)
        {
            throw Wrong(what, "UTF-8", Convert.ToHexStringLower(text));
        }
    }

    public DateTimeOffset Time(string what)
    {
        var ticks = Int64(what);
        return ticks >= 0 && ticks <= DateTimeOffset.MaxValue.UtcTicks
            ? new DateTimeOffset(ticks, TimeSpan.Zero)
            : throw Wrong(what, "ticks from 0 to the year 9999", $"{ticks}");
    }

    public Cost Amounts()
    {
        var cost = Cost.Zero;
        string? last = null;
        for (var left = Byte("number of amounts"); left > 0; left--)
        {
            var resource = new Resource(Text("resource"), Text("unit"));
            var amount = Int64("amount");
            if (amount <= 0 || (last is not null && string.CompareOrdinal(last, resource.Name) >= 0))
            {
                throw Wrong("amounts", "positive ones in the order of their names", $"{amount} of {resource.Name}");
            }

            cost = cost.With(resource, amount);
            last = resource.Name;
        }

        return cost;
    }

    public LimitWindow? Window() => Byte("window") switch
    {
        WindowCodes.None => null,
        WindowCodes.Rolling => Rolling(),
        var code and >= WindowCodes.FirstCalendar and < WindowCodes.Rolling =>
            LimitWindow.Calendar((CalendarUnit)(code - WindowCodes.FirstCalendar), WindowZones.Find(sequence, Text("time zone"))),
        var code => throw Wrong("window", "0 to 6", $"{code}"),
    };

    public readonly void End()
    {
        if (position != bytes.Length)
        {
            throw Wrong("end", $"{position} bytes", $"{bytes.Length} bytes");
        }
    }

    public readonly LedgerCorruptionException Wrong(string what, string expected, string found) =>
        new(sequence, $"{what} at byte {position}", expected, found);

    private LimitWindow Rolling()
    {
        var length = Int64("length of the window");
        return length >= RollingCounter.BucketCount && length <= TimeSpan.FromDays(36_525).Ticks
            ? LimitWindow.Rolling(TimeSpan.FromTicks(length))
            : throw Wrong("length of the window", "64 ticks to a hundred years", $"{length}");
    }

    private ReadOnlySpan<byte> Take(int count, string what)
    {
        if (count > bytes.Length - position)
        {
            throw Wrong(what, $"{count} bytes", $"{bytes.Length - position} bytes");
        }

        position += count;
        return bytes.Slice(position - count, count);
    }
}
