namespace Prudence.Neural;

/// <summary>A function of one number. A struct, so that it becomes part of the loop; its fields are its constants.</summary>
internal interface IUnaryFunction
{
    /// <summary>The value.</summary>
    float Value(float x);

    /// <summary>The derivative, given the argument and the value.</summary>
    float Slope(float x, float y);
}
