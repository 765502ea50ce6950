using Prudence.Planning.Tasks;

namespace Prudence.Planning.Grounding;

/// <summary>
/// A ground task over propositions, before variables are formed. Only fluent and derived atoms that are relaxed reachable are numbered;
/// everything static has been simplified away. Literals are integers: <c>a</c> for the atom, <c>~a</c> for its negation.
/// </summary>
public sealed class PropositionalTask
{
    /// <summary>The lifted task it came from.</summary>
    public required LiftedTask Lifted { get; init; }

    /// <summary>The predicate of each atom.</summary>
    public required int[] AtomPredicates { get; init; }

    /// <summary>The objects of each atom.</summary>
    public required IntLists AtomArguments { get; init; }

    /// <summary>Whether each atom holds at first; false for derived atoms.</summary>
    public required bool[] Initial { get; init; }

    /// <summary>The literals of the goal. A disjunction in it is a derived atom with rules.</summary>
    public required int[] Goal { get; init; }

    /// <summary>True if the goal cannot be reached even when deletes are ignored.</summary>
    public required bool IsTriviallyUnsolvable { get; init; }

    /// <summary>The schema of each operator.</summary>
    public required int[] OperatorSchemas { get; init; }

    /// <summary>The objects of each operator's parameters.</summary>
    public required IntLists OperatorArguments { get; init; }

    /// <summary>The cost of each operator.</summary>
    public required int[] OperatorCosts { get; init; }

    /// <summary>The precondition literals of each operator. Operators of a disjunctive precondition are listed once per disjunct.</summary>
    public required IntLists Preconditions { get; init; }

    /// <summary>Where the effects of each operator begin, as in <see cref="OperatorTable.EffectStarts"/>.</summary>
    public required int[] EffectStarts { get; init; }

    /// <summary>The literal each effect makes true. Where an atom is both added and deleted, the add counts.</summary>
    public required int[] EffectLiterals { get; init; }

    /// <summary>The literals that must hold for each effect to happen.</summary>
    public required IntLists EffectConditions { get; init; }

    /// <summary>The derived atom of each rule.</summary>
    public required int[] RuleHeads { get; init; }

    /// <summary>The literals of each rule's body.</summary>
    public required IntLists RuleBodies { get; init; }

    /// <summary>The number of atoms.</summary>
    public int AtomCount => AtomPredicates.Length;

    /// <summary>The number of operators.</summary>
    public int OperatorCount => OperatorSchemas.Length;

    /// <summary>The name of an atom, for example <c>on a b</c>, without parentheses.</summary>
    public string AtomName(int atom) => Join(Lifted.Predicates[AtomPredicates[atom]].Name, AtomArguments[atom]);

    /// <summary>The name of an operator as plans write it, without parentheses.</summary>
    public string OperatorName(int operatorId) => Join(Lifted.Actions[OperatorSchemas[operatorId]].Name, OperatorArguments[operatorId]);

    private string Join(string head, ReadOnlySpan<int> objects)
    {
        var name = new System.Text.StringBuilder(head);
        foreach (var item in objects)
        {
            name.Append(' ').Append(Lifted.ObjectNames[item]);
        }

        return name.ToString();
    }
}
