using System.Collections.Immutable;

namespace Prudence.Planning.Language.Reading;

/// <summary>Finds the variables and objects that a domain uses.</summary>
internal static class DomainTerms
{
    /// <summary>All terms of all actions and rules, as often as they stand there.</summary>
    public static List<Term> Of(PddlDomain domain)
    {
        var terms = new List<Term>();
        foreach (var rule in domain.DerivedPredicates)
        {
            AddTerms(rule.Condition, terms);
        }

        foreach (var action in domain.Actions)
        {
            AddTerms(action.Precondition, terms);
            AddTerms(action.Effect, terms);
        }

        return terms;
    }

    /// <summary>Adds the terms of a condition.</summary>
    public static void AddTerms(Condition condition, List<Term> terms)
    {
        switch (condition)
        {
            case AtomCondition atom:
                terms.AddRange(atom.Arguments);
                break;
            case EqualityCondition equality:
                terms.Add(equality.Left);
                terms.Add(equality.Right);
                break;
            case NotCondition not:
                AddTerms(not.Operand, terms);
                break;
            case AndCondition and:
                AddAll(and.Operands, terms);
                break;
            case OrCondition or:
                AddAll(or.Operands, terms);
                break;
            case ImplyCondition imply:
                AddTerms(imply.Antecedent, terms);
                AddTerms(imply.Consequent, terms);
                break;
            case ForAllCondition forAll:
                AddTerms(forAll.Body, terms);
                break;
            case ExistsCondition exists:
                AddTerms(exists.Body, terms);
                break;
        }
    }

    /// <summary>Adds the terms of an effect.</summary>
    public static void AddTerms(Effect effect, List<Term> terms)
    {
        switch (effect)
        {
            case AtomEffect atom:
                terms.AddRange(atom.Arguments);
                break;
            case AndEffect and:
                foreach (var operand in and.Operands)
                {
                    AddTerms(operand, terms);
                }

                break;
            case ForAllEffect forAll:
                AddTerms(forAll.Body, terms);
                break;
            case ConditionalEffect conditional:
                AddTerms(conditional.Condition, terms);
                AddTerms(conditional.Body, terms);
                break;
            case CostEffect cost:
                AddTerms(cost.Amount, terms);
                break;
        }
    }

    private static void AddAll(ImmutableArray<Condition> conditions, List<Term> terms)
    {
        foreach (var condition in conditions)
        {
            AddTerms(condition, terms);
        }
    }

    private static void AddTerms(NumericTerm number, List<Term> terms)
    {
        switch (number)
        {
            case FunctionTerm function:
                terms.AddRange(function.Arguments);
                break;
            case ArithmeticTerm arithmetic:
                foreach (var operand in arithmetic.Operands)
                {
                    AddTerms(operand, terms);
                }

                break;
        }
    }
}
