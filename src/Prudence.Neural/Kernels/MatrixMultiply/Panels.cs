using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Prudence.Neural;

/// <summary>
/// Copies strips of a matrix into the order in which the micro-kernel reads them: all values of one step of the sum side by side. What is
/// missing in the last strip is zero.
/// </summary>
internal static unsafe class Panels
{
    /// <summary>The target may be written this many values beyond its end.</summary>
    public const int Slack = 8;

    /// <summary>Packs one strip.</summary>
    /// <param name="source">Where it begins.</param>
    /// <param name="acrossStride">From one row of the left (column of the right) matrix to the next.</param>
    /// <param name="depthStride">From one step of the sum to the next.</param>
    /// <param name="across">How many rows or columns there are.</param>
    /// <param name="depth">The length of the sums.</param>
    /// <param name="width">How many rows or columns the kernel takes.</param>
    /// <param name="target">Where the panel goes: <paramref name="depth"/> times <paramref name="width"/> values and <see cref="Slack"/>.</param>
    public static void Pack(float* source, nint acrossStride, nint depthStride, int across, int depth, int width, float* target)
    {
        if (across < width)
        {
            new Span<float>(target, depth * width).Clear();
        }

        if (acrossStride == 1)
        {
            CopyRows(source, depthStride, across, depth, width, target);
        }
        else
        {
            TransposeBlocks(source, acrossStride, depthStride, across, depth, width, target);
        }
    }

    private static void CopyRows(float* source, nint depthStride, int across, int depth, int width, float* target)
    {
        if (across == width && width % 8 == 0)
        {
            for (var k = 0; k < depth; k++, source += depthStride, target += width)
            {
                for (var column = 0; column < width; column += 8)
                {
                    Vector256.Load(source + column).Store(target + column);
                }
            }

            return;
        }

        for (var k = 0; k < depth; k++, source += depthStride, target += width)
        {
            for (var column = 0; column < across; column++)
            {
                target[column] = source[column];
            }
        }
    }

    private static void TransposeBlocks(float* source, nint acrossStride, nint depthStride, int across, int depth, int width, float* target)
    {
        var blocks = Avx.IsSupported && depthStride == 1 ? depth / 8 * 8 : 0;
        var first = 0;
        for (; first + 8 <= across || (first == 0 && across == 6 && width == 6); first += 8)
        {
            // Six rows are read as eight, the last one three times: the surplus is overwritten by the next step of the sum.
            var last = Math.Min(7, across - first - 1);
            for (var k = 0; k < blocks; k += 8)
            {
                Transpose(source + (first * acrossStride) + k, acrossStride, last, target + ((nint)k * width) + first, width);
            }
        }

        Scalar(source, acrossStride, depthStride, 0, Math.Min(first, across), blocks, depth, width, target);
        Scalar(source, acrossStride, depthStride, first, across, 0, depth, width, target);
    }

    private static void Scalar(
        float* source, nint acrossStride, nint depthStride, int from, int to, int start, int depth, int width, float* target)
    {
        for (var row = from; row < to; row++)
        {
            for (var k = start; k < depth; k++)
            {
                target[((nint)k * width) + row] = source[(row * acrossStride) + (k * depthStride)];
            }
        }
    }

    /// <summary>Turns 8 rows of 8 values; rows after <paramref name="last"/> are read as that one.</summary>
    private static void Transpose(float* source, nint stride, int last, float* target, nint targetStride)
    {
        var (r0, r1, r2, r3) = (Vector256.Load(source), Vector256.Load(source + stride), Vector256.Load(source + (2 * stride)), Vector256.Load(source + (3 * stride)));
        var (r4, r5) = (Vector256.Load(source + (4 * stride)), Vector256.Load(source + (5 * stride)));
        var (r6, r7) = (Vector256.Load(source + (Math.Min(6, last) * stride)), Vector256.Load(source + (Math.Min(7, last) * stride)));
        var (p0, p1, p2, p3) = (Avx.UnpackLow(r0, r1), Avx.UnpackHigh(r0, r1), Avx.UnpackLow(r2, r3), Avx.UnpackHigh(r2, r3));
        var (p4, p5, p6, p7) = (Avx.UnpackLow(r4, r5), Avx.UnpackHigh(r4, r5), Avx.UnpackLow(r6, r7), Avx.UnpackHigh(r6, r7));
        var (q0, q1, q2, q3) = (Avx.Shuffle(p0, p2, 0x44), Avx.Shuffle(p0, p2, 0xEE), Avx.Shuffle(p1, p3, 0x44), Avx.Shuffle(p1, p3, 0xEE));
        var (q4, q5, q6, q7) = (Avx.Shuffle(p4, p6, 0x44), Avx.Shuffle(p4, p6, 0xEE), Avx.Shuffle(p5, p7, 0x44), Avx.Shuffle(p5, p7, 0xEE));
        Avx.Permute2x128(q0, q4, 0x20).Store(target);
        Avx.Permute2x128(q1, q5, 0x20).Store(target + targetStride);
        Avx.Permute2x128(q2, q6, 0x20).Store(target + (2 * targetStride));
        Avx.Permute2x128(q3, q7, 0x20).Store(target + (3 * targetStride));
        Avx.Permute2x128(q0, q4, 0x31).Store(target + (4 * targetStride));
        Avx.Permute2x128(q1, q5, 0x31).Store(target + (5 * targetStride));
        Avx.Permute2x128(q2, q6, 0x31).Store(target + (6 * targetStride));
        Avx.Permute2x128(q3, q7, 0x31).Store(target + (7 * targetStride));
    }
}
