namespace Prudence.Planning.Grounding.Instantiation;

/// <summary>The effects of one operator before they are simplified.</summary>
internal sealed class EffectList
{
    public IntBuffer Literals { get; } = new();

    public IntListBuffer Conditions { get; } = new();

    public int Count => Literals.Count;

    public void Add(int literal, ReadOnlySpan<int> condition)
    {
        Literals.Add(literal);
        Conditions.AddList(condition);
    }

    public void Clear()
    {
        Literals.Truncate(0);
        Conditions.Clear();
    }
}
