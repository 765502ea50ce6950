namespace Prudence.Planning.Validation;

/// <summary>A predicate applied to objects by number, compared by value.</summary>
internal readonly struct Atom : IEquatable<Atom>
{
    private readonly int hash;

    public Atom(string predicate, int[] arguments)
    {
        Predicate = predicate;
        Arguments = arguments;
        var code = new HashCode();
        code.Add(predicate, StringComparer.Ordinal);
        foreach (var argument in arguments)
        {
            code.Add(argument);
        }

        hash = code.ToHashCode();
    }

    public string Predicate { get; }

    public int[] Arguments { get; }

    public bool Equals(Atom other) =>
        hash == other.hash && Predicate == other.Predicate && Arguments.AsSpan().SequenceEqual(other.Arguments);

    public override bool Equals(object? obj) => obj is Atom other && Equals(other);

    public override int GetHashCode() => hash;

    public string Text(ObjectTable objects) =>
        Arguments.Length == 0 ? $"({Predicate})" : $"({Predicate} {string.Join(' ', Arguments.Select(objects.Name))})";
}
