namespace Prudence.Neural;

/// <summary>
/// x W^T + b. The weight is stored as [out, in], or as [in, out] as in the files of GPT-2.
/// </summary>
internal sealed unsafe class LinearOperation : Operation
{
    private Tensor x = null!;
    private Tensor weight = null!;
    private Tensor? bias;
    private Tensor y = null!;
    private MatrixView weightView;
    private bool isInputFirst;
    private int inputs;
    private int outputs;

    public Tensor Apply(Tensor input, Tensor matrix, Tensor? offset, bool inputFirst)
    {
        (x, weight, bias, isInputFirst) = (input, matrix, offset, inputFirst);
        Check();
        y = Output(x.Shape.With(-1, outputs), x.RequiresGradient || weight.RequiresGradient || bias?.RequiresGradient == true);
        var rows = x.Shape.Rows;
        weightView = MatrixView.Rows(weight.Data, weight.Shape.Last);
        var add = bias is not null;
        if (bias is not null)
        {
            for (var row = 0; row < rows; row++)
            {
                bias.Span.CopyTo(new(y.Data + ((nint)row * outputs), outputs));
            }
        }

        MatrixMultiply.Run(
            Compute, rows, outputs, inputs, MatrixView.Rows(x.Data, inputs), isInputFirst ? weightView : weightView.Transposed, y.Data, outputs, add);
        return y;
    }

    public override void Backward()
    {
        var upstream = y.GradientToAdd();
        var rows = x.Shape.Rows;
        if (x.RequiresGradient)
        {
            var gradient = x.GradientToWrite(out var add);
            MatrixMultiply.Run(
                Compute, rows, inputs, outputs, MatrixView.Rows(upstream, outputs), isInputFirst ? weightView.Transposed : weightView, gradient, inputs, add);
        }

        if (weight.RequiresGradient)
        {
            var (dy, values) = (MatrixView.Rows(upstream, outputs), MatrixView.Rows(x.Data, inputs));
            var gradient = weight.GradientToWrite(out var add);
            if (isInputFirst)
            {
                MatrixMultiply.Run(Compute, inputs, outputs, rows, values.Transposed, dy, gradient, outputs, add);
            }
            else
            {
                MatrixMultiply.Run(Compute, outputs, inputs, rows, dy.Transposed, values, gradient, inputs, add);
            }
        }

        if (bias?.RequiresGradient == true)
        {
            ColumnSums.Add(Compute, rows, outputs, upstream, bias.GradientToAdd());
        }
    }

    private void Check()
    {
        if (weight.Shape.Rank != 2)
        {
            throw new ShapeException("linear", weight.Shape, "the weight must have two dimensions");
        }

        (inputs, outputs) = isInputFirst ? (weight.Shape[0], weight.Shape[1]) : (weight.Shape[1], weight.Shape[0]);
        if (x.Shape.Rank == 0 || x.Shape.Last != inputs)
        {
            throw new ShapeException("linear", x.Shape, weight.Shape, $"the last dimension of the input must be {inputs}");
        }

        if (bias is not null && bias.Count != outputs)
        {
            throw new ShapeException("linear", weight.Shape, bias.Shape, $"the bias must have {outputs} elements");
        }
    }
}
