namespace Prudence.Neural;

/// <summary>Memory that grows to what was asked for and stays. Each purpose has its own place, so that one does not overwrite another.</summary>
internal sealed unsafe class ScratchMemory : IDisposable
{
    private readonly MemoryBlock?[] places = new MemoryBlock?[Enum.GetValues<ScratchPlace>().Length];

    /// <summary>Room for numbers of single precision, undefined at first.</summary>
    public float* Floats(ScratchPlace place, long count)
    {
        ref var block = ref places[(int)place];
        var bytes = count * sizeof(float);
        if (block is null || (long)block.Bytes < bytes)
        {
            if (block is not null)
            {
                MemoryPool.Shared.Return(block);
            }

            block = MemoryPool.Shared.Rent(bytes);
        }

        return (float*)block.Start;
    }

    public void Dispose()
    {
        for (var place = 0; place < places.Length; place++)
        {
            if (places[place] is { } block)
            {
                MemoryPool.Shared.Return(block);
                places[place] = null;
            }
        }
    }
}
