using System.Collections.Immutable;
using Prudence.Planning.Language;

namespace Prudence.Planning.Validation.Semantics;

/// <summary>An effect whose names are resolved.</summary>
internal abstract class EffectNode
{
    public static EffectNode Compile(Effect effect, RelationTable relations, Scope scope)
    {
        switch (effect)
        {
            case AtomEffect atom:
                var relation = relations.Relation(atom.Predicate, atom.Arguments.Length);
                return new AtomChange(new AtomFormula(relation, scope.Terms(atom.Arguments), atom.Arguments), atom.IsDelete);
            case AndEffect conjunction:
                var nodes = new EffectNode[conjunction.Operands.Length];
                for (var i = 0; i < nodes.Length; i++)
                {
                    nodes[i] = Compile(conjunction.Operands[i], relations, scope);
                }

                return new EffectSequence(nodes);
            case ConditionalEffect conditional:
                return new GuardedEffect(
                    new FormulaCompiler(relations, scope).Compile(conditional.Condition), Compile(conditional.Body, relations, scope));
            case ForAllEffect { Body: AndEffect { Operands.Length: > 0 } body } all:
                return Compile(Distribute(all, body), relations, scope);
            case ForAllEffect all:
                return CompileUniversal(all, relations, scope);
            case CostEffect cost:
                return new CostChange(CostFormula.Compile(cost.Amount, relations, scope));
            default:
                throw new InvalidOperationException($"unknown effect {effect.GetType().Name}");
        }
    }

    /// <summary>One universal effect for each part, so that the condition of a part can choose the values.</summary>
    private static AndEffect Distribute(ForAllEffect all, AndEffect body)
    {
        var parts = ImmutableArray.CreateBuilder<Effect>(body.Operands.Length);
        foreach (var operand in body.Operands)
        {
            parts.Add(all with { Body = operand });
        }

        return new AndEffect(parts.MoveToImmutable(), body.Position);
    }

    private static UniversalEffect CompileUniversal(ForAllEffect all, RelationTable relations, Scope scope)
    {
        var slots = scope.Open(all.Parameters);
        var (condition, body) = all.Body is ConditionalEffect conditional
            ? (conditional.Condition, conditional.Body)
            : (new AndCondition([], all.Position), all.Body);
        var guard = new FormulaCompiler(relations, scope).Compile(condition);
        var join = JoinBuilder.Build(slots, scope.Ranges(all.Parameters), guard, wanted: true, mergeInner: false);
        var compiled = Compile(body, relations, scope);
        scope.Close(all.Parameters);
        return new UniversalEffect(guard, join, compiled);
    }
}

/// <summary>An atom that becomes true or false.</summary>
internal sealed class AtomChange(AtomFormula atom, bool isDelete) : EffectNode
{
    public AtomFormula Atom { get; } = atom;

    public bool IsDelete { get; } = isDelete;
}

/// <summary>All parts happen.</summary>
internal sealed class EffectSequence(EffectNode[] parts) : EffectNode
{
    public EffectNode[] Parts { get; } = parts;
}

/// <summary>The body happens where the guard holds.</summary>
internal sealed class GuardedEffect(Formula guard, EffectNode body) : EffectNode
{
    public Formula Guard { get; } = guard;

    public EffectNode Body { get; } = body;
}

/// <summary>The body happens for all values under which the guard holds; the join finds them.</summary>
internal sealed class UniversalEffect(Formula guard, Join join, EffectNode body) : EffectNode
{
    public Formula Guard { get; } = guard;

    public Join Join { get; } = join;

    public EffectNode Body { get; } = body;
}

/// <summary>The total cost grows.</summary>
internal sealed class CostChange(CostFormula amount) : EffectNode
{
    public CostFormula Amount { get; } = amount;
}
