namespace Prudence.Neural;

/// <summary>Products of the matrices in the last two dimensions; the dimensions before them are broadcast.</summary>
internal sealed unsafe class MatMulOperation : Operation
{
    private Tensor a = null!;
    private Tensor b = null!;
    private Tensor y = null!;
    private bool isRightTransposed;
    private Shape batch;
    private Shape leftBatch;
    private Shape rightBatch;
    private int rows;
    private int columns;
    private int depth;

    public Tensor Apply(Tensor left, Tensor right, bool transposeRight)
    {
        (a, b, isRightTransposed) = (left, right, transposeRight);
        Check();
        Span<int> shape = stackalloc int[batch.Rank + 1];
        batch.CopyTo(shape);
        shape[^2] = rows;
        shape[^1] = columns;
        y = Output(new(shape), a.RequiresGradient || b.RequiresGradient);
        var walk = new BroadcastWalk(batch, leftBatch, rightBatch, batch);
        while (walk.Next())
        {
            MatrixMultiply.Run(Compute, rows, columns, depth, Left(walk.First), Right(walk.Second), Matrix(y.Data, walk.Third, rows * columns), columns, add: false);
        }

        return y;
    }

    public override void Backward()
    {
        var upstream = y.GradientToAdd();
        var toLeft = a.RequiresGradient ? a.GradientToAdd() : null;
        var toRight = b.RequiresGradient ? b.GradientToAdd() : null;
        var walk = new BroadcastWalk(batch, leftBatch, rightBatch, batch);
        while (walk.Next())
        {
            var dy = MatrixView.Rows(Matrix(upstream, walk.Third, rows * columns), columns);
            if (toLeft is not null)
            {
                MatrixMultiply.Run(
                    Compute, rows, depth, columns, dy, Right(walk.Second).Transposed, Matrix(toLeft, walk.First, rows * depth), depth, add: true);
            }

            if (toRight is not null)
            {
                AddToRight(dy, Left(walk.First), Matrix(toRight, walk.Second, depth * columns));
            }
        }
    }

    private static float* Matrix(float* start, int index, int size) => start + ((nint)index * size);

    private void AddToRight(MatrixView dy, MatrixView left, float* target)
    {
        if (isRightTransposed)
        {
            MatrixMultiply.Run(Compute, columns, depth, rows, dy.Transposed, left, target, depth, add: true);
        }
        else
        {
            MatrixMultiply.Run(Compute, depth, columns, rows, left.Transposed, dy, target, columns, add: true);
        }
    }

    private MatrixView Left(int index) => MatrixView.Rows(Matrix(a.Data, index, rows * depth), depth);

    private MatrixView Right(int index)
    {
        var start = Matrix(b.Data, index, depth * columns);
        return isRightTransposed ? MatrixView.Rows(start, depth).Transposed : MatrixView.Rows(start, columns);
    }

    private void Check()
    {
        if (a.Shape.Rank < 2 || b.Shape.Rank < 2)
        {
            throw new ShapeException("matmul", a.Shape, b.Shape, "both need at least two dimensions");
        }

        (rows, depth) = (a.Shape[-2], a.Shape[-1]);
        columns = b.Shape[isRightTransposed ? -2 : -1];
        if (b.Shape[isRightTransposed ? -1 : -2] != depth)
        {
            throw new ShapeException("matmul", a.Shape, b.Shape, "the columns of the left must be as many as the rows of the right");
        }

        // The matrices count as one element of a last dimension, so that offsets count matrices.
        leftBatch = a.Shape.Without(-1).With(-1, 1);
        rightBatch = b.Shape.Without(-1).With(-1, 1);
        batch = Shape.Broadcast(leftBatch, rightBatch, "matmul");
    }
}
