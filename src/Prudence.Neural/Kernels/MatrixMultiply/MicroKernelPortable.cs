using System.Runtime.Intrinsics;

namespace Prudence.Neural;

/// <summary>4 by 8 sums in registers of 128 bits, which every processor has; multiply and add stay apart, as not every processor fuses them.</summary>
internal readonly unsafe struct MicroKernelPortable : IMicroKernel
{
    public static int Rows => 4;

    public static int Columns => 8;

    public static void Multiply(int depth, float* left, float* right, float* result, nint stride, bool add)
    {
        Vector128<float> sum0a = default, sum0b = default;
        Vector128<float> sum1a = default, sum1b = default;
        Vector128<float> sum2a = default, sum2b = default;
        Vector128<float> sum3a = default, sum3b = default;
        for (var k = 0; k < depth; k++)
        {
            var (columnA, columnB) = (Vector128.LoadAligned(right), Vector128.LoadAligned(right + 4));
            sum0a += left[0] * columnA;
            sum0b += left[0] * columnB;
            sum1a += left[1] * columnA;
            sum1b += left[1] * columnB;
            sum2a += left[2] * columnA;
            sum2b += left[2] * columnB;
            sum3a += left[3] * columnA;
            sum3b += left[3] * columnB;
            left += Rows;
            right += Columns;
        }

        Store(result, sum0a, sum0b, add);
        Store(result + stride, sum1a, sum1b, add);
        Store(result + (2 * stride), sum2a, sum2b, add);
        Store(result + (3 * stride), sum3a, sum3b, add);
    }

    private static void Store(float* target, Vector128<float> first, Vector128<float> second, bool add)
    {
        if (add)
        {
            first += Vector128.Load(target);
            second += Vector128.Load(target + 4);
        }

        first.Store(target);
        second.Store(target + 4);
    }
}
