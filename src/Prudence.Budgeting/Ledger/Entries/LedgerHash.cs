using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Prudence.Budgeting;

/// <summary>A SHA-256 hash. The value that <c>default</c> gives, all zeros, stands for none.</summary>
/// <param name="High">The first 16 bytes.</param>
/// <param name="Low">The last 16 bytes.</param>
public readonly record struct LedgerHash(UInt128 High, UInt128 Low)
{
    /// <summary>How many bytes a hash has.</summary>
    public const int Size = 32;

    /// <summary>The hash of some bytes.</summary>
    public static LedgerHash Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[Size];
        SHA256.HashData(bytes, hash);
        return Read(hash);
    }

    /// <summary>The hash that 32 bytes hold.</summary>
    public static LedgerHash Read(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadUInt128BigEndian(bytes), BinaryPrimitives.ReadUInt128BigEndian(bytes[16..]));

    /// <summary>Writes the 32 bytes.</summary>
    public void Write(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt128BigEndian(bytes, High);
        BinaryPrimitives.WriteUInt128BigEndian(bytes[16..], Low);
    }

    /// <summary>The 32 bytes.</summary>
    public byte[] ToArray()
    {
        var bytes = new byte[Size];
        Write(bytes);
        return bytes;
    }

    /// <summary>64 hexadecimal digits.</summary>
    public override string ToString() => Convert.ToHexStringLower(ToArray());
}
