namespace Prudence.Neural;

/// <summary>Shapes that do not fit an operation. The message names the operation, the shapes and what was expected.</summary>
public sealed class ShapeException : ArgumentException
{
    /// <summary>Tells that two shapes do not fit together.</summary>
    public ShapeException(string operation, in Shape left, in Shape right, string expected)
        : base($"{operation}: shapes {left} and {right} do not fit; {expected}.")
    {
    }

    /// <summary>Tells that a shape does not fit an operation.</summary>
    public ShapeException(string operation, in Shape shape, string expected)
        : base($"{operation}: shape {shape} does not fit; {expected}.")
    {
    }
}
