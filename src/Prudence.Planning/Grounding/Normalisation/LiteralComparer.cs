namespace Prudence.Planning.Grounding.Normalisation;

/// <summary>Holds literals equal that say the same; the records themselves compare arguments by reference. Other conditions equal only themselves.</summary>
internal sealed class LiteralComparer : IEqualityComparer<LiftedCondition>
{
    /// <summary>The only instance.</summary>
    public static LiteralComparer Instance { get; } = new();

    /// <inheritdoc/>
    public bool Equals(LiftedCondition? x, LiftedCondition? y) => ReferenceEquals(x, y)
        || (x is LiftedLiteral left && y is LiftedLiteral right && left.IsNegated == right.IsNegated
            && left.Atom.Predicate == right.Atom.Predicate && left.Atom.Arguments.AsSpan().SequenceEqual(right.Atom.Arguments));

    /// <inheritdoc/>
    public int GetHashCode(LiftedCondition obj)
    {
        if (obj is not LiftedLiteral literal)
        {
            return System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj);
        }

        var hash = new HashCode();
        hash.Add(literal.Atom.Predicate);
        hash.Add(literal.IsNegated);
        foreach (var argument in literal.Atom.Arguments)
        {
            hash.Add(argument);
        }

        return hash.ToHashCode();
    }
}
