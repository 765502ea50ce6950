namespace Prudence.Planning.Validation.Semantics;

/// <summary>The values that <c>:init</c> gives a function.</summary>
internal sealed class FunctionValues(string name, int width) : TupleTable(name, width)
{
    private decimal[] values = [];

    public void Set(ReadOnlySpan<int> tuple, decimal value)
    {
        var row = FindOrAdd(tuple);
        if (row >= values.Length)
        {
            Array.Resize(ref values, Capacity);
        }

        values[row] = value;
    }

    public bool TryGet(ReadOnlySpan<int> tuple, out decimal value)
    {
        var row = Find(tuple);
        value = row < 0 ? 0 : values[row];
        return row >= 0;
    }
}
