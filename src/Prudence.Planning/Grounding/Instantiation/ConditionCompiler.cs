using Prudence.Budgeting;
using Prudence.Planning.Grounding.Reachability;

namespace Prudence.Planning.Grounding.Instantiation;

/// <summary>Prepares conditions for grounding, once all relations are complete.</summary>
internal sealed class ConditionCompiler(LiftedTask task, RelaxedProgram program, AtomNumbers atoms, StopSignal stop)
{
    /// <summary>Prepares a condition.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="skipJoined">
    /// True if the parameters come from a join that satisfied the only relaxed disjunct of the condition, so that static literals and
    /// equalities on its top level need not be tested again.
    /// </param>
    public GroundableCondition Compile(LiftedCondition condition, bool skipJoined = false)
    {
        switch (condition)
        {
            case LiftedLiteral literal:
                return skipJoined && task.Predicates[literal.Atom.Predicate].IsStatic ? True : Literal(literal);
            case LiftedEquality equality:
                return skipJoined ? True : new GroundableEquality(equality.Left, equality.Right, equality.IsNegated);
            case LiftedAnd and:
                return And(and.Operands, skipJoined);
            case LiftedOr or:
                return new GroundableOr(Compile(or.Operands));
            case LiftedForAll all when QuantifierDistribution.TryDistribute(all, out var parts):
                return new GroundableAnd(Compile(parts));
            case LiftedForAll all:
                return new GroundableQuantifier(
                    isUniversal: true, Plan(all.FirstParameter, all.ParameterTypes, Violations(all.Body)), Compile(all.Body), stop);
            case LiftedExists exists when QuantifierDistribution.TryDistribute(exists, out var parts):
                return new GroundableOr(Compile(parts));
            case LiftedExists exists:
                return new GroundableQuantifier(
                    isUniversal: false, Plan(exists.FirstParameter, exists.ParameterTypes, Requirements(exists.Body)), Compile(exists.Body), stop);
            default:
                throw new InvalidOperationException($"unexpected condition {condition.GetType().Name}");
        }
    }

    private static GroundableCondition True { get; } = new GroundableAnd([]);

    private GroundableLiteral Literal(LiftedLiteral literal)
    {
        var predicate = literal.Atom.Predicate;
        return new GroundableLiteral(
            program.Predicates[predicate],
            literal.Atom.Arguments,
            literal.IsNegated,
            atoms.Offset(predicate),
            atoms.ConstantCount(predicate));
    }

    private GroundableAnd And(LiftedCondition[] operands, bool skipJoined)
    {
        var kept = new List<GroundableCondition>(operands.Length);
        foreach (var operand in operands)
        {
            var compiled = Compile(operand, skipJoined);
            if (compiled != True)
            {
                kept.Add(compiled);
            }
        }

        return new GroundableAnd([.. kept]);
    }

    private GroundableCondition[] Compile(LiftedCondition[] operands)
    {
        var compiled = new GroundableCondition[operands.Length];
        for (var i = 0; i < compiled.Length; i++)
        {
            compiled[i] = Compile(operands[i]);
        }

        return compiled;
    }

    private QuantifierPlan? Plan(int first, int[] types, List<LiftedLiteral> guards) =>
        QuantifierPlan.Create(program, task, first, types, guards);

    /// <summary>Literals without which the body cannot hold.</summary>
    private static List<LiftedLiteral> Requirements(LiftedCondition body)
    {
        var literals = new List<LiftedLiteral>();
        LiftedCondition[] operands = body is LiftedAnd and ? and.Operands : [body];
        foreach (var operand in operands)
        {
            if (operand is LiftedLiteral literal)
            {
                literals.Add(literal);
            }
        }

        return literals;
    }

    /// <summary>Literals without which the body cannot fail to hold.</summary>
    private static List<LiftedLiteral> Violations(LiftedCondition body)
    {
        var literals = new List<LiftedLiteral>();
        LiftedCondition[] operands = body is LiftedOr or ? or.Operands : [body];
        foreach (var operand in operands)
        {
            if (operand is LiftedLiteral literal)
            {
                literals.Add(literal with { IsNegated = !literal.IsNegated });
            }
        }

        return literals;
    }
}
