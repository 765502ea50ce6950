namespace Prudence.Neural;

/// <summary>
/// Sums over the rows of a matrix: gradients of biases and norm weights. Columns are shared among threads; the rows of a column are added in
/// parts, so that long sums keep their digits.
/// </summary>
internal static unsafe class ColumnSums
{
    private const int ColumnsAtOnce = 64;
    private const int RowsInPart = 64;

    /// <summary>Adds the sum of each column of <paramref name="values"/> to the target.</summary>
    public static void Add(ComputeContext compute, int rows, int columns, float* values, float* target) =>
        Add(compute, rows, columns, values, null, null, null, target);

    /// <summary>Adds for each column the sum of <c>values * (factors - shift[row]) * scale[row]</c> to the target.</summary>
    public static void Add(ComputeContext compute, int rows, int columns, float* values, float* factors, float* shift, float* scale, float* target)
    {
        var body = new Body(rows, columns, values, factors, shift, scale, target);
        compute.For(ref body, (columns + ColumnsAtOnce - 1) / ColumnsAtOnce, Math.Max(1, 1024 / Math.Max(rows, 1)));
    }

    private readonly struct Body(int rows, int columns, float* values, float* factors, float* shift, float* scale, float* target) : IParallelBody
    {
        public void Run(int start, int end, int worker)
        {
            for (var item = start; item < end; item++)
            {
                var column = item * ColumnsAtOnce;
                Columns(column, Math.Min(ColumnsAtOnce, columns - column));
            }
        }

        private void Columns(int column, int count)
        {
            var part = stackalloc float[ColumnsAtOnce];
            for (var first = 0; first < rows; first += RowsInPart)
            {
                new Span<float>(part, count).Clear();
                for (var row = first; row < Math.Min(rows, first + RowsInPart); row++)
                {
                    var place = ((nint)row * columns) + column;
                    if (factors is null)
                    {
                        VectorLoops.Add(part, values + place, count);
                    }
                    else
                    {
                        VectorLoops.AddProducts(part, values + place, factors + place, shift is null ? 0 : shift[row], scale[row], count);
                    }
                }

                VectorLoops.Add(target + column, part, count);
            }
        }
    }
}
