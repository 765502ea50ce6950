namespace Prudence.Neural;

/// <summary>Elements of a tensor taken by a distance for each dimension of the result: permutations, slices, repetitions.</summary>
internal sealed unsafe class StridedCopyOperation : Operation
{
    private readonly int[] strides = new int[Shape.MaximumRank];
    private readonly int[] position = new int[Shape.MaximumRank];
    private Tensor x = null!;
    private Tensor y = null!;
    private int offset;

    /// <summary>Takes the elements.</summary>
    /// <param name="input">Where from.</param>
    /// <param name="shape">The shape of the result.</param>
    /// <param name="start">Where the first element is.</param>
    /// <param name="distances">From one element to the next along each dimension of the result, in the input.</param>
    public Tensor Apply(Tensor input, in Shape shape, int start, ReadOnlySpan<int> distances)
    {
        (x, offset) = (input, start);
        distances.CopyTo(strides);
        y = Output(shape, x.RequiresGradient);
        Walk(x.Data, y.Data, back: false);
        return y;
    }

    public override void Backward() => Walk(x.GradientToAdd(), y.GradientToAdd(), back: true);

    private void Walk(float* whole, float* part, bool back)
    {
        var (shape, rank) = (y.Shape, y.Shape.Rank);
        Array.Clear(position);
        nint place = offset;
        var (length, step) = (shape.Last, rank == 0 ? 0 : strides[rank - 1]);
        for (var row = 0; row < shape.Rows; row++)
        {
            for (var index = 0; index < length; index++)
            {
                if (back)
                {
                    whole[place + ((nint)index * step)] += *part++;
                }
                else
                {
                    *part++ = whole[place + ((nint)index * step)];
                }
            }

            for (var axis = rank - 2; axis >= 0; axis--)
            {
                place += strides[axis];
                if (++position[axis] < shape[axis])
                {
                    break;
                }

                place -= (nint)strides[axis] * shape[axis];
                position[axis] = 0;
            }
        }
    }
}
