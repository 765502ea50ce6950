using Prudence.Budgeting;

namespace Prudence.Planning.Grounding.Instantiation;

/// <summary>The ground operators so far, as flat tables.</summary>
internal sealed class OperatorStore(StopSignal stop)
{
    /// <summary>The schema of each operator.</summary>
    public IntBuffer Schemas { get; } = new(16, stop);

    /// <summary>Which of the schema's instances each operator is.</summary>
    public IntBuffer Instances { get; } = new(16, stop);

    public IntListBuffer Preconditions { get; } = new(stop);

    /// <summary>One past the last effect of each operator.</summary>
    public IntBuffer EffectEnds { get; } = new(16, stop);

    /// <summary>What each effect makes true; the deletes of an operator before its adds.</summary>
    public IntBuffer EffectLiterals { get; } = new(16, stop);

    public IntListBuffer EffectConditions { get; } = new(stop);

    public int Count => Schemas.Count;

    public int FirstEffect(int operatorId) => operatorId == 0 ? 0 : EffectEnds[operatorId - 1];

    /// <summary>Ends the operator whose effects were just written.</summary>
    public void Add(int schema, int instance, ReadOnlySpan<int> precondition)
    {
        Schemas.Add(schema);
        Instances.Add(instance);
        Preconditions.AddList(precondition);
        EffectEnds.Add(EffectLiterals.Count);
    }
}
