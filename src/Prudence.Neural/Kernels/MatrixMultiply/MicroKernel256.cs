using System.Runtime.Intrinsics;

namespace Prudence.Neural;

/// <summary>6 by 16 sums in 12 of the 16 registers of 256 bits: two of the right, one of the left, and every instruction a fused multiply-add.</summary>
internal readonly unsafe struct MicroKernel256 : IMicroKernel
{
    public static int Rows => 6;

    public static int Columns => 16;

    public static void Multiply(int depth, float* left, float* right, float* result, nint stride, bool add)
    {
        Vector256<float> sum0a = default, sum0b = default;
        Vector256<float> sum1a = default, sum1b = default;
        Vector256<float> sum2a = default, sum2b = default;
        Vector256<float> sum3a = default, sum3b = default;
        Vector256<float> sum4a = default, sum4b = default;
        Vector256<float> sum5a = default, sum5b = default;
        for (var k = 0; k < depth; k++)
        {
            var (columnA, columnB) = (Vector256.LoadAligned(right), Vector256.LoadAligned(right + 8));
            var row0 = Vector256.Create(left[0]);
            sum0a = Vector256.FusedMultiplyAdd(row0, columnA, sum0a);
            sum0b = Vector256.FusedMultiplyAdd(row0, columnB, sum0b);
            var row1 = Vector256.Create(left[1]);
            sum1a = Vector256.FusedMultiplyAdd(row1, columnA, sum1a);
            sum1b = Vector256.FusedMultiplyAdd(row1, columnB, sum1b);
            var row2 = Vector256.Create(left[2]);
            sum2a = Vector256.FusedMultiplyAdd(row2, columnA, sum2a);
            sum2b = Vector256.FusedMultiplyAdd(row2, columnB, sum2b);
            var row3 = Vector256.Create(left[3]);
            sum3a = Vector256.FusedMultiplyAdd(row3, columnA, sum3a);
            sum3b = Vector256.FusedMultiplyAdd(row3, columnB, sum3b);
            var row4 = Vector256.Create(left[4]);
            sum4a = Vector256.FusedMultiplyAdd(row4, columnA, sum4a);
            sum4b = Vector256.FusedMultiplyAdd(row4, columnB, sum4b);
            var row5 = Vector256.Create(left[5]);
            sum5a = Vector256.FusedMultiplyAdd(row5, columnA, sum5a);
            sum5b = Vector256.FusedMultiplyAdd(row5, columnB, sum5b);
            left += Rows;
            right += Columns;
        }

        Store(result, sum0a, sum0b, add);
        Store(result + stride, sum1a, sum1b, add);
        Store(result + (2 * stride), sum2a, sum2b, add);
        Store(result + (3 * stride), sum3a, sum3b, add);
        Store(result + (4 * stride), sum4a, sum4b, add);
        Store(result + (5 * stride), sum5a, sum5b, add);
    }

    private static void Store(float* target, Vector256<float> first, Vector256<float> second, bool add)
    {
        if (add)
        {
            first += Vector256.Load(target);
            second += Vector256.Load(target + 8);
        }

        first.Store(target);
        second.Store(target + 8);
    }
}
