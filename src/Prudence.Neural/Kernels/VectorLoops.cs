using System.Numerics;

namespace Prudence.Neural;

/// <summary>Loops over numbers that follow each other in memory.</summary>
internal static unsafe class VectorLoops
{
    /// <summary>The sum of products, in four interleaved sums.</summary>
    public static float Dot(float* left, float* right, int count)
    {
        var (a, b, c, d) = (Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero);
        var width = Vector<float>.Count;
        var index = 0;
        for (; index <= count - (4 * width); index += 4 * width)
        {
            a = Vector.FusedMultiplyAdd(Vector.Load(left + index), Vector.Load(right + index), a);
            b = Vector.FusedMultiplyAdd(Vector.Load(left + index + width), Vector.Load(right + index + width), b);
            c = Vector.FusedMultiplyAdd(Vector.Load(left + index + (2 * width)), Vector.Load(right + index + (2 * width)), c);
            d = Vector.FusedMultiplyAdd(Vector.Load(left + index + (3 * width)), Vector.Load(right + index + (3 * width)), d);
        }

        for (; index <= count - width; index += width)
        {
            a = Vector.FusedMultiplyAdd(Vector.Load(left + index), Vector.Load(right + index), a);
        }

        var sum = Vector.Sum(a + b + (c + d));
        for (; index < count; index++)
        {
            sum += left[index] * right[index];
        }

        return sum;
    }

    /// <summary>The sum, in double precision.</summary>
    public static double Sum(float* values, int count)
    {
        double sum = 0;
        for (var index = 0; index < count; index++)
        {
            sum += values[index];
        }

        return sum;
    }

    /// <summary>The largest value; minus infinity if there is none.</summary>
    public static float Max(float* values, int count)
    {
        var width = Vector<float>.Count;
        var largest = new Vector<float>(float.NegativeInfinity);
        var index = 0;
        for (; index <= count - width; index += width)
        {
            largest = Vector.Max(largest, Vector.Load(values + index));
        }

        var result = float.NegativeInfinity;
        for (var lane = 0; lane < width; lane++)
        {
            result = MathF.Max(result, largest[lane]);
        }

        for (; index < count; index++)
        {
            result = MathF.Max(result, values[index]);
        }

        return result;
    }

    /// <summary>target += source.</summary>
    public static void Add(float* target, float* source, int count)
    {
        var width = Vector<float>.Count;
        var index = 0;
        for (; index <= count - width; index += width)
        {
            (Vector.Load(target + index) + Vector.Load(source + index)).Store(target + index);
        }

        for (; index < count; index++)
        {
            target[index] += source[index];
        }
    }

    /// <summary>target += factor * source.</summary>
    public static void AddScaled(float* target, float* source, float factor, int count)
    {
        var width = Vector<float>.Count;
        var index = 0;
        for (; index <= count - width; index += width)
        {
            Vector.FusedMultiplyAdd(Vector.Load(source + index), new(factor), Vector.Load(target + index)).Store(target + index);
        }

        for (; index < count; index++)
        {
            target[index] += factor * source[index];
        }
    }

    /// <summary>target += values * (factors - shift) * scale.</summary>
    public static void AddProducts(float* target, float* values, float* factors, float shift, float scale, int count)
    {
        var width = Vector<float>.Count;
        var index = 0;
        for (; index <= count - width; index += width)
        {
            var factor = (Vector.Load(factors + index) - new Vector<float>(shift)) * scale;
            Vector.FusedMultiplyAdd(Vector.Load(values + index), factor, Vector.Load(target + index)).Store(target + index);
        }

        for (; index < count; index++)
        {
            target[index] += values[index] * ((factors[index] - shift) * scale);
        }
    }

    /// <summary>target = left * right * factor.</summary>
    public static void MultiplyScaled(float* target, float* left, float* right, float factor, int count)
    {
        var width = Vector<float>.Count;
        var index = 0;
        for (; index <= count - width; index += width)
        {
            (Vector.Load(left + index) * factor * Vector.Load(right + index)).Store(target + index);
        }

        for (; index < count; index++)
        {
            target[index] = left[index] * factor * right[index];
        }
    }

    /// <summary>The sum of products of three numbers.</summary>
    public static float DotOfThree(float* first, float* second, float* third, int count)
    {
        var width = Vector<float>.Count;
        var (a, b) = (Vector<float>.Zero, Vector<float>.Zero);
        var index = 0;
        for (; index <= count - (2 * width); index += 2 * width)
        {
            a = Vector.FusedMultiplyAdd(Vector.Load(first + index) * Vector.Load(second + index), Vector.Load(third + index), a);
            b = Vector.FusedMultiplyAdd(
                Vector.Load(first + index + width) * Vector.Load(second + index + width), Vector.Load(third + index + width), b);
        }

        var sum = Vector.Sum(a + b);
        for (; index < count; index++)
        {
            sum += first[index] * second[index] * third[index];
        }

        return sum;
    }

    /// <summary>target += upstream * weight * scale + x * slope.</summary>
    public static void AddNormGradient(float* target, float* upstream, float* weight, float* x, float scale, float slope, int count)
    {
        var width = Vector<float>.Count;
        var index = 0;
        for (; index <= count - width; index += width)
        {
            var sum = Vector.FusedMultiplyAdd(Vector.Load(upstream + index) * Vector.Load(weight + index), new(scale), Vector.Load(target + index));
            Vector.FusedMultiplyAdd(Vector.Load(x + index), new(slope), sum).Store(target + index);
        }

        for (; index < count; index++)
        {
            target[index] += (upstream[index] * weight[index] * scale) + (x[index] * slope);
        }
    }

    /// <summary>target = weights * (target - mean) * scale.</summary>
    public static void ScoreGradients(float* target, float* weights, float mean, float scale, int count)
    {
        var width = Vector<float>.Count;
        var index = 0;
        for (; index <= count - width; index += width)
        {
            (Vector.Load(weights + index) * (Vector.Load(target + index) - new Vector<float>(mean)) * scale).Store(target + index);
        }

        for (; index < count; index++)
        {
            target[index] = weights[index] * (target[index] - mean) * scale;
        }
    }

    /// <summary>The sum of exp(value - shift).</summary>
    public static float SumOfExp(float* values, float shift, int count)
    {
        var width = Vector<float>.Count;
        var sums = Vector<float>.Zero;
        var index = 0;
        for (; index <= count - width; index += width)
        {
            sums += VectorMath.Exp(Vector.Load(values + index) - new Vector<float>(shift));
        }

        var sum = Vector.Sum(sums);
        for (; index < count; index++)
        {
            sum += MathF.Exp(values[index] - shift);
        }

        return sum;
    }

    /// <summary>target += factor * exp(value - shift) + offset.</summary>
    public static void AddScaledExp(float* target, float* values, float shift, float factor, float offset, int count)
    {
        var width = Vector<float>.Count;
        var index = 0;
        for (; index <= count - width; index += width)
        {
            var power = VectorMath.Exp(Vector.Load(values + index) - new Vector<float>(shift));
            (Vector.FusedMultiplyAdd(power, new(factor), new(offset)) + Vector.Load(target + index)).Store(target + index);
        }

        for (; index < count; index++)
        {
            target[index] += (factor * MathF.Exp(values[index] - shift)) + offset;
        }
    }

    /// <summary>target *= factor.</summary>
    public static void Scale(float* target, float factor, int count)
    {
        var width = Vector<float>.Count;
        var index = 0;
        for (; index <= count - width; index += width)
        {
            (Vector.Load(target + index) * factor).Store(target + index);
        }

        for (; index < count; index++)
        {
            target[index] *= factor;
        }
    }

    /// <summary>Replaces values by exp(value - shift) and returns their sum.</summary>
    public static float ExpAndSum(float* values, float shift, int count)
    {
        var width = Vector<float>.Count;
        var sums = Vector<float>.Zero;
        var index = 0;
        for (; index <= count - width; index += width)
        {
            var power = VectorMath.Exp(Vector.Load(values + index) - new Vector<float>(shift));
            power.Store(values + index);
            sums += power;
        }

        var sum = Vector.Sum(sums);
        for (; index < count; index++)
        {
            values[index] = MathF.Exp(values[index] - shift);
            sum += values[index];
        }

        return sum;
    }
}
