namespace Prudence.Neural;

/// <summary>
/// Records what is computed, so that gradients can be computed backwards. What can be recorded are its extension methods, in the folder
/// Operations. A tape is used again and again: <see cref="Begin"/> starts over, and the same computation finds its buffers.
/// Not safe for use by several threads at once.
/// </summary>
public sealed class Tape : IDisposable
{
    private readonly List<Operation> operations = [];
    private int cursor;

    /// <summary>Makes an empty tape.</summary>
    /// <param name="compute">Threads to compute on; the caller keeps them and disposes of them after the tape.</param>
    public Tape(ComputeContext compute)
    {
        ArgumentNullException.ThrowIfNull(compute);
        Compute = compute;
    }

    /// <summary>The threads that compute.</summary>
    public ComputeContext Compute { get; }

    /// <summary>The number of operations since the beginning.</summary>
    public int Length => cursor;

    /// <summary>Starts over. Tensors that were recorded before lose their values when the same step is recorded again.</summary>
    public void Begin() => cursor = 0;

    /// <summary>Adds the gradient of a number to all tensors that it was computed from and that require a gradient.</summary>
    /// <exception cref="ShapeException">It is more than a number.</exception>
    public void Backward(Tensor loss)
    {
        ArgumentNullException.ThrowIfNull(loss);
        if (loss.Count != 1)
        {
            throw new ShapeException("backward", loss.Shape, "a loss is a single number; give an upstream gradient for anything else");
        }

        BeginBackward();
        AddGradient(loss, [1f]);
        WalkBackwards();
    }

    /// <summary>Adds the gradients of the sum of all outputs, each multiplied by an upstream gradient of its shape.</summary>
    /// <exception cref="ArgumentException">The numbers of outputs and upstream gradients differ.</exception>
    /// <exception cref="ShapeException">An upstream gradient does not have the shape of its output.</exception>
    public void Backward(ReadOnlySpan<Tensor> outputs, ReadOnlySpan<Tensor> upstream)
    {
        if (outputs.Length != upstream.Length)
        {
            throw new ArgumentException($"There are {outputs.Length} outputs but {upstream.Length} upstream gradients.", nameof(upstream));
        }

        BeginBackward();
        for (var index = 0; index < outputs.Length; index++)
        {
            if (outputs[index].Shape != upstream[index].Shape)
            {
                throw new ShapeException("backward", outputs[index].Shape, upstream[index].Shape, "an upstream gradient has the shape of its output");
            }

            AddGradient(outputs[index], upstream[index].Span);
        }

        WalkBackwards();
    }

    /// <summary>Gives all memory back.</summary>
    public void Dispose()
    {
        foreach (var operation in operations)
        {
            operation.Dispose();
        }

        operations.Clear();
        cursor = 0;
    }

    /// <summary>The operation at this place, the one that was here last time if it is of the same kind.</summary>
    internal TOperation Next<TOperation>()
        where TOperation : Operation, new()
    {
        if (cursor < operations.Count && operations[cursor] is TOperation known)
        {
            cursor++;
            return known;
        }

        var operation = new TOperation();
        operation.Attach(Compute);
        if (cursor < operations.Count)
        {
            operations[cursor].Dispose();
            operations[cursor] = operation;
        }
        else
        {
            operations.Add(operation);
        }

        cursor++;
        return operation;
    }

    private static unsafe void AddGradient(Tensor output, ReadOnlySpan<float> upstream)
    {
        if (output.RequiresGradient)
        {
            var gradient = output.GradientToAdd();
            for (var index = 0; index < upstream.Length; index++)
            {
                gradient[index] += upstream[index];
            }
        }
    }

    private void BeginBackward()
    {
        for (var index = 0; index < cursor; index++)
        {
            operations[index].ClearGradients();
        }
    }

    private void WalkBackwards()
    {
        for (var index = cursor - 1; index >= 0; index--)
        {
            if (operations[index].HasGradient)
            {
                operations[index].Backward();
            }
        }
    }
}
