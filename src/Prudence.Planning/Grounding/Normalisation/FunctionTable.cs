using Prudence.Planning.Grounding.Reachability;
using Prudence.Planning.Language;

namespace Prudence.Planning.Grounding.Normalisation;

/// <summary>The values that <c>:init</c> gives one numeric function.</summary>
internal sealed class FunctionTable(int arity)
{
    private readonly TupleSet known = new(arity);
    private readonly List<decimal> values = [];

    /// <summary>Records a value; the last one given counts.</summary>
    public void Set(ReadOnlySpan<int> arguments, decimal value, SourcePosition position)
    {
        if (arguments.Length != arity)
        {
            throw GroundingException.Error(
                "wrong-arity", position, $"the function has {arguments.Length} arguments here and {arity} elsewhere");
        }

        if (known.TryAdd(arguments, out var id))
        {
            values.Add(value);
        }
        else
        {
            values[id] = value;
        }
    }

    /// <summary>The value for some objects, or null if none is given.</summary>
    public decimal? Find(ReadOnlySpan<int> arguments)
    {
        var id = arguments.Length == arity ? known.Find(arguments) : -1;
        return id < 0 ? null : values[id];
    }
}
