using System.Numerics;

namespace Prudence.Neural;

/// <summary>The last values of a loop, which do not fill a vector.</summary>
internal static unsafe class VectorTail
{
    /// <summary>A vector of the values, the rest zeros.</summary>
    public static Vector<float> Load(float* source, int count)
    {
        var lanes = stackalloc float[Vector<float>.Count];
        new Span<float>(lanes, Vector<float>.Count).Clear();
        new ReadOnlySpan<float>(source, count).CopyTo(new Span<float>(lanes, count));
        return Vector.Load(lanes);
    }

    /// <summary>Writes the first lanes.</summary>
    public static void Store(Vector<float> values, float* target, int count)
    {
        for (var lane = 0; lane < count; lane++)
        {
            target[lane] = values[lane];
        }
    }
}
