namespace Prudence.Neural;

/// <summary>
/// One step of a computation. It stays on its tape and is used again when the same step comes at the same place, with its buffers: a loop that
/// does the same every time makes no garbage.
/// </summary>
internal abstract class Operation : IDisposable
{
    private readonly List<Tensor> outputs = new(1);

    /// <summary>Threads and scratch memory.</summary>
    public ComputeContext Compute { get; private set; } = null!;

    /// <summary>True if a gradient has arrived at one of the outputs.</summary>
    public bool HasGradient
    {
        get
        {
            foreach (var output in outputs)
            {
                if (output.Gradient is not null)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Adds to the gradients of the inputs what follows from those of the outputs.</summary>
    public abstract void Backward();

    /// <summary>Forgets the gradients of the outputs.</summary>
    public void ClearGradients()
    {
        foreach (var output in outputs)
        {
            output.ClearGradient();
        }
    }

    /// <inheritdoc/>
    public virtual void Dispose()
    {
        foreach (var output in outputs)
        {
            output.Dispose();
        }
    }

    internal void Attach(ComputeContext compute) => Compute = compute;

    /// <summary>An output with undefined values, in the same memory as last time if the shape is the same.</summary>
    protected Tensor Output(in Shape shape, bool requiresGradient, int index = 0)
    {
        var output = Slot(index);
        output.Allocate(shape);
        output.RequiresGradient = requiresGradient;
        return output;
    }

    /// <summary>An output that shows another tensor, or a part of it, and shares its values and gradient.</summary>
    protected Tensor View(Tensor whole, nint start, in Shape shape, int index = 0)
    {
        var output = Slot(index);
        output.Show(whole, start, shape);
        return output;
    }

    private Tensor Slot(int index)
    {
        while (outputs.Count <= index)
        {
            outputs.Add(new());
        }

        return outputs[index];
    }
}
