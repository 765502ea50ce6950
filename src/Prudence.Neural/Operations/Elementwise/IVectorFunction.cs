using System.Numerics;

namespace Prudence.Neural;

/// <summary>A function of one number, computed for whole vectors, where speed matters.</summary>
internal interface IVectorFunction
{
    /// <summary>The values.</summary>
    Vector<float> Value(Vector<float> x);

    /// <summary>The derivatives, given the arguments and the values.</summary>
    Vector<float> Slope(Vector<float> x, Vector<float> y);
}
