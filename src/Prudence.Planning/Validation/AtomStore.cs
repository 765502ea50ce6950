namespace Prudence.Planning.Validation;

/// <summary>The atoms that hold, by predicate.</summary>
internal sealed class AtomStore
{
    private static readonly HashSet<Atom> None = [];

    private readonly Dictionary<string, HashSet<Atom>> byPredicate = new(StringComparer.Ordinal);

    public bool Contains(Atom atom) => byPredicate.TryGetValue(atom.Predicate, out var atoms) && atoms.Contains(atom);

    public bool Add(Atom atom)
    {
        if (!byPredicate.TryGetValue(atom.Predicate, out var atoms))
        {
            byPredicate.Add(atom.Predicate, atoms = []);
        }

        return atoms.Add(atom);
    }

    public void Remove(Atom atom)
    {
        if (byPredicate.TryGetValue(atom.Predicate, out var atoms))
        {
            atoms.Remove(atom);
        }
    }

    public IReadOnlyCollection<Atom> Of(string predicate) => byPredicate.GetValueOrDefault(predicate, None);

    public void Clear(string predicate) => byPredicate.Remove(predicate);
}
