namespace Prudence.Neural;

/// <summary>
/// The loops around the micro-kernel. The sum is cut so that a panel of the right matrix stays in the first cache; a block of rows of the left
/// matrix stays in the second one while all panels of the right pass by.
/// </summary>
internal static unsafe class BlockedMultiply<TKernel>
    where TKernel : struct, IMicroKernel
{
    /// <summary>Terms of a sum at a time. Results depend on it: the parts of a long sum are added up in this rhythm.</summary>
    private const int DepthBlock = 256;

    /// <summary>Rows of the left matrix at a time, some 144.</summary>
    private static readonly int RowBlock = 144 / TKernel.Rows * TKernel.Rows;

    /// <summary>Columns of the right matrix at a time, some 2000.</summary>
    private static readonly int ColumnBlock = 2016 / TKernel.Columns * TKernel.Columns;

    public static void OnOneThread(in MatrixProduct product, ScratchMemory scratch)
    {
        if (product.Depth == 0)
        {
            product.WriteEmptySums();
        }

        for (var column = 0; column < product.Columns; column += ColumnBlock)
        {
            var columns = Math.Min(ColumnBlock, product.Columns - column);
            for (var k = 0; k < product.Depth; k += DepthBlock)
            {
                var block = Block(product, column, columns, k, scratch);
                PackRight(block, 0, block.Panels);
                for (var row = 0; row < product.Rows; row += RowBlock)
                {
                    MultiplyRows(block, row, Math.Min(RowBlock, product.Rows - row), 0, block.Panels, scratch);
                }
            }
        }
    }

    public static void OnAllThreads(in MatrixProduct product, ComputeContext compute)
    {
        if (product.Depth == 0)
        {
            product.WriteEmptySums();
        }

        for (var column = 0; column < product.Columns; column += ColumnBlock)
        {
            var columns = Math.Min(ColumnBlock, product.Columns - column);
            for (var k = 0; k < product.Depth; k += DepthBlock)
            {
                var block = Block(product, column, columns, k, compute.SharedScratch);
                var pack = new PackBody(block);
                compute.For(ref pack, block.Panels, Math.Max(1, block.Panels / (2 * compute.Threads)));
                RunTiles(compute, block);
            }
        }
    }

    private static void RunTiles(ComputeContext compute, in ColumnBlockProduct block)
    {
        // Tiles are cut finer than blocks where that gives every thread its share; what a tile holds does not change with it.
        var wanted = 3 * compute.Threads;
        var tiles = (block.Product.Rows + TKernel.Rows - 1) / TKernel.Rows;
        var rowsAtOnce = Math.Clamp((tiles + wanted - 1) / wanted * TKernel.Rows, TKernel.Rows, RowBlock);
        var rowParts = (block.Product.Rows + rowsAtOnce - 1) / rowsAtOnce;
        var panelParts = Math.Clamp(wanted / rowParts, 1, block.Panels);
        var body = new MultiplyBody(compute, block, rowsAtOnce, panelParts);
        compute.For(ref body, rowParts * panelParts, 1);
    }

    private static ColumnBlockProduct Block(in MatrixProduct product, int column, int columns, int k, ScratchMemory scratch)
    {
        var depth = Math.Min(DepthBlock, product.Depth - k);
        var panels = (columns + TKernel.Columns - 1) / TKernel.Columns;
        var packed = scratch.Floats(ScratchPlace.PackedRight, ((long)panels * depth * TKernel.Columns) + Panels.Slack);
        return new(product, column, columns, k, depth, panels, packed);
    }

    private static void PackRight(in ColumnBlockProduct block, int from, int to)
    {
        for (var panel = from; panel < to; panel++)
        {
            var column = panel * TKernel.Columns;
            var source = block.Product.Right.At(block.Start, block.Column + column);
            Panels.Pack(
                source.Start, source.ColumnStride, source.RowStride, Math.Min(TKernel.Columns, block.Columns - column), block.Depth, TKernel.Columns, block.Panel<TKernel>(panel));
        }
    }

    private static void MultiplyRows(in ColumnBlockProduct block, int row, int rows, int fromPanel, int toPanel, ScratchMemory scratch)
    {
        var tiles = (rows + TKernel.Rows - 1) / TKernel.Rows;
        var packed = scratch.Floats(ScratchPlace.PackedLeft, ((long)tiles * block.Depth * TKernel.Rows) + Panels.Slack);
        for (var tile = 0; tile < tiles; tile++)
        {
            var source = block.Product.Left.At(row + (tile * TKernel.Rows), block.Start);
            Panels.Pack(
                source.Start, source.RowStride, source.ColumnStride, Math.Min(TKernel.Rows, rows - (tile * TKernel.Rows)), block.Depth, TKernel.Rows, packed + ((nint)tile * block.Depth * TKernel.Rows));
        }

        var add = block.Product.Add || block.Start > 0;
        for (var panel = fromPanel; panel < toPanel; panel++)
        {
            var column = panel * TKernel.Columns;
            var columns = Math.Min(TKernel.Columns, block.Columns - column);
            for (var tile = 0; tile < tiles; tile++)
            {
                var tileRow = tile * TKernel.Rows;
                var target = block.Product.Result + ((row + tileRow) * block.Product.Stride) + block.Column + column;
                MultiplyTile(
                    block.Depth, packed + ((nint)tileRow * block.Depth), block.Panel<TKernel>(panel), target, block.Product.Stride, Math.Min(TKernel.Rows, rows - tileRow), columns, add);
            }
        }
    }

    private static void MultiplyTile(int depth, float* left, float* right, float* target, nint stride, int rows, int columns, bool add)
    {
        if (rows == TKernel.Rows && columns == TKernel.Columns)
        {
            TKernel.Multiply(depth, left, right, target, stride, add);
        }
        else
        {
            MultiplyEdge(depth, left, right, target, stride, rows, columns, add);
        }
    }

    private static void MultiplyEdge(int depth, float* left, float* right, float* target, nint stride, int rows, int columns, bool add)
    {
        var tile = stackalloc float[TKernel.Rows * TKernel.Columns];
        TKernel.Multiply(depth, left, right, tile, TKernel.Columns, add: false);
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var sum = tile[(row * TKernel.Columns) + column];
                target[(row * stride) + column] = add ? target[(row * stride) + column] + sum : sum;
            }
        }
    }

    private readonly struct PackBody(ColumnBlockProduct block) : IParallelBody
    {
        private readonly ColumnBlockProduct block = block;

        public void Run(int start, int end, int worker) => PackRight(block, start, end);
    }

    private readonly struct MultiplyBody(ComputeContext compute, ColumnBlockProduct block, int rowsAtOnce, int panelParts) : IParallelBody
    {
        private readonly ComputeContext compute = compute;
        private readonly ColumnBlockProduct block = block;

        public void Run(int start, int end, int worker)
        {
            for (var item = start; item < end; item++)
            {
                var (rowPart, panelPart) = Math.DivRem(item, panelParts);
                var row = rowPart * rowsAtOnce;
                MultiplyRows(
                    block, row, Math.Min(rowsAtOnce, block.Product.Rows - row), block.Panels * panelPart / panelParts, block.Panels * (panelPart + 1) / panelParts, compute.Scratch(worker));
            }
        }
    }
}
