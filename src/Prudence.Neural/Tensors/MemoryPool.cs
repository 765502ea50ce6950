namespace Prudence.Neural;

/// <summary>
/// Keeps blocks that were given back and hands them out again when the same size is asked for. Sizes are not rounded up to classes: what a
/// network needs recurs exactly, and memory stays what the arithmetic says.
/// </summary>
internal sealed class MemoryPool
{
    private readonly Lock gate = new();
    private readonly Dictionary<nuint, Stack<MemoryBlock>> free = [];

    public static MemoryPool Shared { get; } = new();

    /// <summary>A block of at least so many bytes; what it holds is undefined.</summary>
    public MemoryBlock Rent(long bytes)
    {
        var size = (nuint)Math.Max(bytes + MemoryBlock.Alignment - 1, MemoryBlock.Alignment) / MemoryBlock.Alignment * MemoryBlock.Alignment;
        lock (gate)
        {
            if (free.TryGetValue(size, out var blocks) && blocks.TryPop(out var block))
            {
                return block;
            }
        }

        return new(size);
    }

    public void Return(MemoryBlock block)
    {
        lock (gate)
        {
            if (!free.TryGetValue(block.Bytes, out var blocks))
            {
                free.Add(block.Bytes, blocks = new());
            }

            blocks.Push(block);
        }
    }

    /// <summary>Lets go of all that nobody uses.</summary>
    public void Trim()
    {
        lock (gate)
        {
            free.Clear();
        }
    }
}
