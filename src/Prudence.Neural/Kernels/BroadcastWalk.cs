namespace Prudence.Neural;

/// <summary>
/// Walks over the rows of a broadcast result and says where the row begins in each operand. A dimension that an operand repeats has the
/// distance 0 there.
/// </summary>
internal unsafe ref struct BroadcastWalk
{
    private fixed int dimensions[Shape.MaximumRank];
    private fixed int first[Shape.MaximumRank];
    private fixed int second[Shape.MaximumRank];
    private fixed int third[Shape.MaximumRank];
    private fixed int position[Shape.MaximumRank];
    private readonly int rank;
    private int rowsLeft;

    public BroadcastWalk(in Shape result, in Shape a, in Shape b, in Shape c)
    {
        rank = result.Rank;
        for (var axis = 0; axis < rank; axis++)
        {
            dimensions[axis] = result[axis];
        }

        fixed (int* target = first)
        {
            Strides(result, a, target);
        }

        fixed (int* target = second)
        {
            Strides(result, b, target);
        }

        fixed (int* target = third)
        {
            Strides(result, c, target);
        }

        RowLength = result.Last;
        rowsLeft = result.Rows;
        First = -1;
        if (rank > 0)
        {
            (FirstStep, SecondStep, ThirdStep) = (first[rank - 1], second[rank - 1], third[rank - 1]);
        }
    }

    /// <summary>The length of a row of the result.</summary>
    public int RowLength { get; }

    /// <summary>Where the row begins in the first operand.</summary>
    public int First { get; private set; }

    /// <summary>Where the row begins in the second operand.</summary>
    public int Second { get; private set; }

    /// <summary>Where the row begins in the third operand.</summary>
    public int Third { get; private set; }

    /// <summary>From one element to the next in the first operand: 0 or 1.</summary>
    public int FirstStep { get; }

    /// <summary>From one element to the next in the second operand: 0 or 1.</summary>
    public int SecondStep { get; }

    /// <summary>From one element to the next in the third operand: 0 or 1.</summary>
    public int ThirdStep { get; }

    /// <summary>Goes to the next row of the result; false after the last.</summary>
    public bool Next()
    {
        if (rowsLeft-- <= 0)
        {
            return false;
        }

        if (First < 0)
        {
            First = 0;
            return true;
        }

        for (var axis = rank - 2; axis >= 0; axis--)
        {
            First += first[axis];
            Second += second[axis];
            Third += third[axis];
            if (++position[axis] < dimensions[axis])
            {
                break;
            }

            First -= first[axis] * dimensions[axis];
            Second -= second[axis] * dimensions[axis];
            Third -= third[axis] * dimensions[axis];
            position[axis] = 0;
        }

        return true;
    }

    private static void Strides(in Shape result, in Shape operand, int* target)
    {
        var stride = 1;
        for (var axis = result.Rank - 1; axis >= 0; axis--)
        {
            var own = axis - (result.Rank - operand.Rank);
            var dimension = own < 0 ? 1 : operand[own];
            target[axis] = dimension == 1 ? 0 : stride;
            stride *= dimension;
        }
    }
}
