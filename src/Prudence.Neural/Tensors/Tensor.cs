namespace Prudence.Neural;

/// <summary>
/// Numbers of single precision in row-major order, in native memory, with a shape. A tensor that an operation made belongs to its tape and
/// holds its values until the tape begins anew; one that was created belongs to its creator.
/// </summary>
public sealed unsafe class Tensor : IDisposable
{
    private MemoryBlock? block;
    private Tensor? source;
    private nint offset;
    private Tensor? gradient;
    private bool hasGradient;

    internal Tensor()
    {
    }

    /// <summary>Makes a tensor of zeros.</summary>
    /// <param name="shape">Its dimensions.</param>
    /// <param name="requiresGradient">True for a parameter or input whose gradient is wanted.</param>
    public Tensor(Shape shape, bool requiresGradient = false)
    {
        Allocate(shape);
        Span.Clear();
        RequiresGradient = requiresGradient;
    }

    /// <summary>Makes a tensor of values in row-major order.</summary>
    /// <exception cref="ArgumentException">The shape has another number of elements.</exception>
    public Tensor(ReadOnlySpan<float> values, Shape shape, bool requiresGradient = false)
    {
        if (values.Length != shape.Count)
        {
            throw new ArgumentException($"Shape {shape} has {shape.Count} elements, but {values.Length} values were given.", nameof(values));
        }

        Allocate(shape);
        values.CopyTo(Span);
        RequiresGradient = requiresGradient;
    }

    /// <summary>The dimensions.</summary>
    public Shape Shape { get; private set; }

    /// <summary>The number of elements.</summary>
    public int Count => Shape.Count;

    /// <summary>True if a backward pass computes the gradient with respect to this tensor.</summary>
    public bool RequiresGradient { get; set; }

    /// <summary>The values in row-major order.</summary>
    public Span<float> Span => new(Data, Count);

    /// <summary>The gradient that backward passes have added up, or null if none has since <see cref="ClearGradient"/>.</summary>
    public Tensor? Gradient => source is null ? hasGradient ? gradient : null : GradientOfView();

    /// <summary>The only value of a tensor that has one element.</summary>
    /// <exception cref="InvalidOperationException">It has more than one.</exception>
    public float Item => Count == 1 ? *Data : throw new InvalidOperationException($"A tensor of shape {Shape} has no single value.");

    /// <summary>Where the values are; valid as long as the tensor.</summary>
    internal float* Data => source is null ? (float*)(block ?? throw new ObjectDisposedException(nameof(Tensor))).Start : source.Data + offset;

    /// <summary>Forgets the gradient; its memory is kept for the next backward pass.</summary>
    public void ClearGradient() => hasGradient = false;

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        if (block is not null)
        {
            MemoryPool.Shared.Return(block);
            block = null;
        }

        source = null;
        gradient?.Dispose();
        gradient = null;
        hasGradient = false;
    }

    /// <summary>Takes memory for a shape; keeps what it has if the shape is the same. The values are undefined.</summary>
    internal void Allocate(in Shape shape)
    {
        if (block is null || shape.Count != Shape.Count)
        {
            Dispose();
            block = MemoryPool.Shared.Rent((long)shape.Count * sizeof(float));
        }

        Shape = shape;
    }

    /// <summary>Makes this tensor show a part of another one, whose values and gradient it shares.</summary>
    internal void Show(Tensor whole, nint start, in Shape shape)
    {
        (source, offset, Shape) = (whole, start, shape);
        RequiresGradient = whole.RequiresGradient;
    }

    /// <summary>The gradient, to add to: zeros if nothing was added yet.</summary>
    internal float* GradientToAdd()
    {
        if (source is not null)
        {
            return source.GradientToAdd() + offset;
        }

        var target = GradientToWrite(out var add);
        if (!add)
        {
            gradient!.Span.Clear();
        }

        return target;
    }

    /// <summary>The gradient for code that can write as well as add, which saves filling it with zeros first.</summary>
    /// <param name="add">True if it holds something already, to which must be added; else it must be written, in full.</param>
    internal float* GradientToWrite(out bool add)
    {
        if (source is not null)
        {
            if (source.Count != Count)
            {
                add = true;
                return GradientToAdd();
            }

            return source.GradientToWrite(out add);
        }

        gradient ??= new();
        gradient.Allocate(Shape);
        add = hasGradient;
        hasGradient = true;
        return gradient.Data;
    }

    private Tensor? GradientOfView()
    {
        if (source!.Gradient is not { } whole)
        {
            return null;
        }

        gradient ??= new();
        gradient.Show(whole, offset, Shape);
        return gradient;
    }
}
