using System.Collections.Immutable;
using Prudence.Planning.Language;

namespace Prudence.Planning.Grounding.Normalisation;

/// <summary>Puts conditions in negation normal form over numbered terms.</summary>
internal sealed class ConditionNormaliser(Vocabulary vocabulary)
{
    /// <summary>Normalises one condition.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="scope">The variables in force.</param>
    /// <param name="next">The number for the first quantified parameter inside.</param>
    /// <param name="isNegated">True if the negation of the condition is meant.</param>
    public LiftedCondition Normalise(Condition condition, Scope? scope, int next, bool isNegated) => condition switch
    {
        AtomCondition atom => new LiftedLiteral(
            vocabulary.Atom(atom.Predicate, atom.Arguments, scope, atom.Position), isNegated),
        EqualityCondition equality => Equality(
            vocabulary.Term(equality.Left, scope), vocabulary.Term(equality.Right, scope), isNegated),
        NotCondition not => Normalise(not.Operand, scope, next, !isNegated),
        AndCondition and => Connect(and.Operands, scope, next, isNegated, isConjunction: !isNegated),
        OrCondition or => Connect(or.Operands, scope, next, isNegated, isConjunction: isNegated),
        ImplyCondition imply => Imply(imply, scope, next, isNegated),
        ForAllCondition all => Quantify(!isNegated, all.Parameters, all.Body, scope, next, isNegated),
        ExistsCondition some => Quantify(isNegated, some.Parameters, some.Body, scope, next, isNegated),
        _ => throw new InvalidOperationException($"unexpected condition {condition.GetType().Name}"),
    };

    private static LiftedCondition Equality(int left, int right, bool isNegated)
    {
        if (left == right || (left < 0 && right < 0))
        {
            return left == right != isNegated ? LiftedAnd.True : NormalForm.False;
        }

        return new LiftedEquality(left, right, isNegated);
    }

    private LiftedCondition Connect(ImmutableArray<Condition> operands, Scope? scope, int next, bool isNegated, bool isConjunction)
    {
        var parts = new List<LiftedCondition>(operands.Length);
        foreach (var operand in operands)
        {
            parts.Add(Normalise(operand, scope, next, isNegated));
        }

        return isConjunction ? NormalForm.And(parts) : NormalForm.Or(parts);
    }

    private LiftedCondition Imply(ImplyCondition imply, Scope? scope, int next, bool isNegated)
    {
        List<LiftedCondition> parts =
            [Normalise(imply.Antecedent, scope, next, !isNegated), Normalise(imply.Consequent, scope, next, isNegated)];
        return isNegated ? NormalForm.And(parts) : NormalForm.Or(parts);
    }

    private LiftedCondition Quantify(
        bool isUniversal, ImmutableArray<Parameter> parameters, Condition body, Scope? scope, int next, bool isNegated)
    {
        var types = vocabulary.TypeSets.Numbers(parameters);
        foreach (var type in types)
        {
            if (vocabulary.TypeSets.IsEmpty(type))
            {
                return isUniversal ? LiftedAnd.True : NormalForm.False;
            }
        }

        var inner = Normalise(body, Scope.Extend(scope, parameters, next), next + types.Length, isNegated);
        return NormalForm.Quantify(isUniversal, next, types, inner);
    }
}
