namespace Prudence.Planning.Validation;

/// <summary>Remembers which step last changed each atom.</summary>
internal sealed class AtomHistory(IReadOnlySet<string> derivedPredicates)
{
    private readonly Dictionary<Atom, (int Step, PlanStep Action)> added = [];
    private readonly Dictionary<Atom, (int Step, PlanStep Action)> deleted = [];

    public void Added(Atom atom, int step, PlanStep action) => added[atom] = (step, action);

    public void Deleted(Atom atom, int step, PlanStep action) => deleted[atom] = (step, action);

    public string WhyFalse(Atom atom) =>
        derivedPredicates.Contains(atom.Predicate) ? "no rule derives it"
        : deleted.TryGetValue(atom, out var change) ? $"step {change.Step} {change.Action} deleted it"
        : "it was not true at first and no step before made it true";

    public string WhyTrue(Atom atom) =>
        derivedPredicates.Contains(atom.Predicate) ? "a rule derives the atom"
        : added.TryGetValue(atom, out var change) ? $"step {change.Step} {change.Action} made the atom true"
        : "the atom was true at first and no step before deleted it";
}
