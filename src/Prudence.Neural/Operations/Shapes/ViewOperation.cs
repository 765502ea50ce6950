namespace Prudence.Neural;

/// <summary>The same elements in another shape; values and gradient are shared, nothing is copied.</summary>
internal sealed class ViewOperation : Operation
{
    public Tensor Apply(Tensor x, in Shape shape)
    {
        if (shape.Count != x.Count)
        {
            throw new ShapeException("reshape", x.Shape, shape, "both must have the same number of elements");
        }

        return View(x, 0, shape);
    }

    public override void Backward()
    {
        // The gradient is that of the input.
    }
}
