using FsCheck;
using FsCheck.Fluent;
using Prudence.Neural.Files;

namespace Prudence.Neural.Tests.Files;

public sealed class ElementTests
{
    private static readonly ElementType[] Blocks = [ElementType.Q4_0, ElementType.Q4_1, ElementType.Q5_0, ElementType.Q5_1, ElementType.Q8_0, ElementType.Q4_K, ElementType.Q6_K];

    /// <summary>Worked by hand: scale 2, minimum -1, first byte 0x5A, fifth bits of the numbers 0 and 16.</summary>
    [Fact]
    public void Blocks_of_32_are_read_as_their_definitions_say()
    {
        byte[] two = [0x00, 0x40], minusOne = [0x00, 0xBC], nibbles = [0x5A, .. new byte[15]], fifth = [0x01, 0x00, 0x01, 0x00];

        Assert.Equal((2f * (10 - 8), 2f * (5 - 8), -16f), Ends(ElementType.Q4_0, [.. two, .. nibbles]));
        Assert.Equal(((2f * 10) - 1, (2f * 5) - 1, -1f), Ends(ElementType.Q4_1, [.. two, .. minusOne, .. nibbles]));
        Assert.Equal((2f * (26 - 16), 2f * (21 - 16), -32f), Ends(ElementType.Q5_0, [.. two, .. fifth, .. nibbles]));
        Assert.Equal(((2f * 26) - 1, (2f * 21) - 1, -1f), Ends(ElementType.Q5_1, [.. two, .. minusOne, .. fifth, .. nibbles]));
        Assert.Equal((-256f, 2f, 0f), Ends(ElementType.Q8_0, [.. two, 0x80, .. new byte[15], 0x01, .. new byte[15]]));
    }

    /// <summary>The scales of parts 0 to 3 stand alone; those of 4 to 7 take their upper two bits from there.</summary>
    [Fact]
    public void Packed_scales_of_six_bits_are_put_together()
    {
        var block = new byte[144];
        (block[1], block[3]) = (0x3C, 0x3C);
        (block[4], block[8], block[12]) = (0b10_000011, 0b01_000101, 0b0111_1001);
        block.AsSpan(16).Fill(0x21);
        var values = new float[256];

        ElementReader.Read(ElementType.Q4_K, block, values);

        Assert.Equal((3 * 1) - 5, values[0]);
        Assert.Equal(((0b10_1001 * 1) - 0b01_0111), values[128]);
        Assert.Equal(0, values[40]);
    }

    [Fact]
    public void Six_bits_are_put_together_from_two_places()
    {
        var block = new byte[210];
        (block[0], block[32], block[128], block[192], block[209]) = (0x94, 0x0F, 0b10_01_00_11, 2, 0x3C);
        block[194] = 1;
        block[196] = 0xFF;
        var values = new float[256];

        ElementReader.Read(ElementType.Q6_K, block, values);

        Assert.Equal(2 * ((4 | 3 << 4) - 32), values[0]);
        Assert.Equal(15 - 32, values[32]);
        Assert.Equal(-((9 | 1 << 4) - 32), values[64]);
        Assert.Equal(0, values[96]);
    }

    [Fact]
    public void Halves_and_their_cousins_are_read_exactly_subnormals_included()
    {
        var values = new float[65_536];
        var bytes = new byte[2 * values.Length];
        Buffer.BlockCopy(Enumerable.Range(0, values.Length).Select(static bits => (ushort)bits).ToArray(), 0, bytes, 0, bytes.Length);

        ElementReader.Read(ElementType.Float16, bytes, values);
        Assert.Equal(5.9604645e-8f, values[1]);
        Assert.All(Enumerable.Range(0, values.Length), bits => Assert.Equal((float)BitConverter.UInt16BitsToHalf((ushort)bits), values[bits]));
        ElementReader.Read(ElementType.BFloat16, bytes, values);
        Assert.Equal(1f, values[0x3F80]);
        Assert.Equal(-2f, values[0xC000]);
    }

    [Fact]
    public void What_is_written_comes_back_within_half_a_step() => Prop.ForAll(
        Gen.Choose(-1_000_000, 1_000_000).Select(static number => number / 1000f).ArrayOf(64).ToArbitrary(),
        static values =>
        {
            foreach (var (type, steps) in new[] { (ElementType.Q8_0, 254f), (ElementType.Q4_1, 15f) })
            {
                var (bytes, read) = (new byte[2 * ElementSizes.Block(type).Bytes], new float[64]);
                ElementWriter.Write(type, values, bytes);
                ElementReader.Read(type, bytes, read);
                for (var block = 0; block < 64; block += 32)
                {
                    var part = values[block..(block + 32)];
                    var range = type == ElementType.Q8_0 ? 2 * part.Max(Math.Abs) : part.Max() - part.Min();
                    Assert.All(Enumerable.Range(block, 32), i => Assert.InRange(read[i] - values[i], -(0.53f * range / steps) - (range / 500) - 0.001f, (0.53f * range / steps) + (range / 500) + 0.001f));
                }
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Blocks_written_again_after_reading_are_the_same()
    {
        var random = new Random(5);
        foreach (var type in new[] { ElementType.Q8_0, ElementType.Float16, ElementType.Float32 })
        {
            var values = Enumerable.Range(0, 320).Select(_ => (random.NextSingle() - 0.5f) * 8).ToArray();
            var (elements, size) = ElementSizes.Block(type);
            var (bytes, again, read) = (new byte[320 / elements * size], new byte[320 / elements * size], new float[320]);
            ElementWriter.Write(type, values, bytes);
            ElementReader.Read(type, bytes, read);
            ElementWriter.Write(type, read, again);
            Assert.Equal(bytes, again);
        }
    }

    [Fact]
    public void Sizes_that_do_not_match_are_told()
    {
        Assert.All(Blocks, static type => Assert.Throws<ArgumentException>(() => ElementReader.Read(type, new byte[ElementSizes.Block(type).Bytes - 1], new float[ElementSizes.Block(type).Elements])));
        Assert.Null(ElementSizes.Bytes(ElementType.Q8_0, [4, 33]));
        Assert.Null(ElementSizes.Bytes(ElementType.Float32, [long.MaxValue, 3]));
        Assert.Contains("Q6_K can be read, but not written", Assert.Throws<ArgumentException>(static () => ElementWriter.Write(ElementType.Q6_K, new float[256], new byte[210])).Message, StringComparison.Ordinal);
    }

    /// <summary>The first number, the one at 16, and one whose bits are all zero.</summary>
    private static (float First, float Sixteenth, float Zero) Ends(ElementType type, byte[] block)
    {
        var values = new float[32];
        ElementReader.Read(type, block, values);
        return (values[0], values[16], values[7]);
    }
}
