namespace Prudence.Planning.Validation.Semantics;

/// <summary>The objects of a type: as a list in ascending order and for membership tests.</summary>
internal sealed class ObjectSet(int[] objects, bool[] membership)
{
    public int[] Objects { get; } = objects;

    public bool Contains(int item) => membership[item];
}
