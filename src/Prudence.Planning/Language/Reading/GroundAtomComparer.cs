namespace Prudence.Planning.Language.Reading;

/// <summary>Compares atoms by predicate and arguments, wherever they stand.</summary>
internal sealed class GroundAtomComparer : IEqualityComparer<GroundAtom>
{
    public static GroundAtomComparer Instance { get; } = new();

    public bool Equals(GroundAtom? x, GroundAtom? y) => x!.Predicate == y!.Predicate && x.Arguments.AsSpan().SequenceEqual(y.Arguments.AsSpan());

    public int GetHashCode(GroundAtom obj)
    {
        var hash = obj.Predicate.GetHashCode(StringComparison.Ordinal);
        foreach (var argument in obj.Arguments)
        {
            hash = HashCode.Combine(hash, argument.GetHashCode(StringComparison.Ordinal));
        }

        return hash;
    }
}
