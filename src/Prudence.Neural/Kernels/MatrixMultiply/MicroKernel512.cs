using System.Runtime.Intrinsics;

namespace Prudence.Neural;

/// <summary>8 by 48 sums in 24 of the 32 registers of 512 bits.</summary>
internal readonly unsafe struct MicroKernel512 : IMicroKernel
{
    public static int Rows => 8;

    public static int Columns => 48;

    public static void Multiply(int depth, float* left, float* right, float* result, nint stride, bool add)
    {
        Vector512<float> sum0a = default, sum0b = default, sum0c = default;
        Vector512<float> sum1a = default, sum1b = default, sum1c = default;
        Vector512<float> sum2a = default, sum2b = default, sum2c = default;
        Vector512<float> sum3a = default, sum3b = default, sum3c = default;
        Vector512<float> sum4a = default, sum4b = default, sum4c = default;
        Vector512<float> sum5a = default, sum5b = default, sum5c = default;
        Vector512<float> sum6a = default, sum6b = default, sum6c = default;
        Vector512<float> sum7a = default, sum7b = default, sum7c = default;
        for (var k = 0; k < depth; k++)
        {
            var (columnA, columnB, columnC) = (Vector512.LoadAligned(right), Vector512.LoadAligned(right + 16), Vector512.LoadAligned(right + 32));
            var row0 = Vector512.Create(left[0]);
            sum0a = Vector512.FusedMultiplyAdd(row0, columnA, sum0a);
            sum0b = Vector512.FusedMultiplyAdd(row0, columnB, sum0b);
            sum0c = Vector512.FusedMultiplyAdd(row0, columnC, sum0c);
            var row1 = Vector512.Create(left[1]);
            sum1a = Vector512.FusedMultiplyAdd(row1, columnA, sum1a);
            sum1b = Vector512.FusedMultiplyAdd(row1, columnB, sum1b);
            sum1c = Vector512.FusedMultiplyAdd(row1, columnC, sum1c);
            var row2 = Vector512.Create(left[2]);
            sum2a = Vector512.FusedMultiplyAdd(row2, columnA, sum2a);
            sum2b = Vector512.FusedMultiplyAdd(row2, columnB, sum2b);
            sum2c = Vector512.FusedMultiplyAdd(row2, columnC, sum2c);
            var row3 = Vector512.Create(left[3]);
            sum3a = Vector512.FusedMultiplyAdd(row3, columnA, sum3a);
            sum3b = Vector512.FusedMultiplyAdd(row3, columnB, sum3b);
            sum3c = Vector512.FusedMultiplyAdd(row3, columnC, sum3c);
            var row4 = Vector512.Create(left[4]);
            sum4a = Vector512.FusedMultiplyAdd(row4, columnA, sum4a);
            sum4b = Vector512.FusedMultiplyAdd(row4, columnB, sum4b);
            sum4c = Vector512.FusedMultiplyAdd(row4, columnC, sum4c);
            var row5 = Vector512.Create(left[5]);
            sum5a = Vector512.FusedMultiplyAdd(row5, columnA, sum5a);
            sum5b = Vector512.FusedMultiplyAdd(row5, columnB, sum5b);
            sum5c = Vector512.FusedMultiplyAdd(row5, columnC, sum5c);
            var row6 = Vector512.Create(left[6]);
            sum6a = Vector512.FusedMultiplyAdd(row6, columnA, sum6a);
            sum6b = Vector512.FusedMultiplyAdd(row6, columnB, sum6b);
            sum6c = Vector512.FusedMultiplyAdd(row6, columnC, sum6c);
            var row7 = Vector512.Create(left[7]);
            sum7a = Vector512.FusedMultiplyAdd(row7, columnA, sum7a);
            sum7b = Vector512.FusedMultiplyAdd(row7, columnB, sum7b);
            sum7c = Vector512.FusedMultiplyAdd(row7, columnC, sum7c);
            left += Rows;
            right += Columns;
        }

        Store(result, sum0a, sum0b, sum0c, add);
        Store(result + stride, sum1a, sum1b, sum1c, add);
        Store(result + (2 * stride), sum2a, sum2b, sum2c, add);
        Store(result + (3 * stride), sum3a, sum3b, sum3c, add);
        Store(result + (4 * stride), sum4a, sum4b, sum4c, add);
        Store(result + (5 * stride), sum5a, sum5b, sum5c, add);
        Store(result + (6 * stride), sum6a, sum6b, sum6c, add);
        Store(result + (7 * stride), sum7a, sum7b, sum7c, add);
    }

    private static void Store(float* target, Vector512<float> first, Vector512<float> second, Vector512<float> third, bool add)
    {
        if (add)
        {
            first += Vector512.Load(target);
            second += Vector512.Load(target + 16);
            third += Vector512.Load(target + 32);
        }

        first.Store(target);
        second.Store(target + 16);
        third.Store(target + 32);
    }
}
