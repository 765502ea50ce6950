namespace Prudence.Planning.Language.Reading;

/// <summary>Visits the parts of conditions and effects, outer ones first, in the order of the text.</summary>
internal static class Traversal
{
    /// <summary>Visits a condition and the conditions in it.</summary>
    public static void Visit(Condition condition, Action<Condition> visit)
    {
        visit(condition);
        switch (condition)
        {
            case NotCondition not:
                Visit(not.Operand, visit);
                break;
            case AndCondition and:
                foreach (var operand in and.Operands)
                {
                    Visit(operand, visit);
                }

                break;
            case OrCondition or:
                foreach (var operand in or.Operands)
                {
                    Visit(operand, visit);
                }

                break;
            case ImplyCondition imply:
                Visit(imply.Antecedent, visit);
                Visit(imply.Consequent, visit);
                break;
            case ForAllCondition forAll:
                Visit(forAll.Body, visit);
                break;
            case ExistsCondition exists:
                Visit(exists.Body, visit);
                break;
        }
    }

    /// <summary>Visits an effect, the effects in it and the conditions in those.</summary>
    public static void Visit(Effect effect, Action<Effect> visit, Action<Condition> visitCondition)
    {
        visit(effect);
        switch (effect)
        {
            case AndEffect and:
                foreach (var operand in and.Operands)
                {
                    Visit(operand, visit, visitCondition);
                }

                break;
            case ForAllEffect forAll:
                Visit(forAll.Body, visit, visitCondition);
                break;
            case ConditionalEffect conditional:
                Visit(conditional.Condition, visitCondition);
                Visit(conditional.Body, visit, visitCondition);
                break;
        }
    }

    /// <summary>Visits a numeric term and the terms in it.</summary>
    public static void Visit(NumericTerm term, Action<NumericTerm> visit)
    {
        visit(term);
        if (term is ArithmeticTerm arithmetic)
        {
            foreach (var operand in arithmetic.Operands)
            {
                Visit(operand, visit);
            }
        }
    }

    /// <summary>Visits all conditions and effects of a domain.</summary>
    public static void Visit(PddlDomain domain, Action<Effect> visit, Action<Condition> visitCondition)
    {
        foreach (var rule in domain.DerivedPredicates)
        {
            Visit(rule.Condition, visitCondition);
        }

        foreach (var action in domain.Actions)
        {
            Visit(action.Precondition, visitCondition);
            Visit(action.Effect, visit, visitCondition);
        }
    }
}
