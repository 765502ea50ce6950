using System.Collections.Immutable;
using Prudence.Planning.Language;

namespace Prudence.Planning.Validation.Semantics;

/// <summary>Resolves the names in conditions.</summary>
internal sealed class FormulaCompiler(RelationTable relations, Scope scope)
{
    public Formula Compile(Condition condition)
    {
        switch (condition)
        {
            case AtomCondition atom:
                return new AtomFormula(relations.Relation(atom.Predicate, atom.Arguments.Length), scope.Terms(atom.Arguments), atom.Arguments);
            case EqualityCondition equality:
                return new EqualityFormula(scope.Term(equality.Left), scope.Term(equality.Right), equality);
            case NotCondition negation:
                return new NotFormula(Compile(negation.Operand));
            case AndCondition conjunction:
                return new JunctionFormula(isConjunction: true, isImplication: false, CompileAll(conjunction.Operands));
            case OrCondition disjunction:
                return new JunctionFormula(isConjunction: false, isImplication: false, CompileAll(disjunction.Operands));
            case ImplyCondition imply:
                return new JunctionFormula(
                    isConjunction: false, isImplication: true, [new NotFormula(Compile(imply.Antecedent)), Compile(imply.Consequent)]);
            case ForAllCondition all:
                return Quantifier(isUniversal: true, all.Parameters, all.Body);
            case ExistsCondition some:
                return Quantifier(isUniversal: false, some.Parameters, some.Body);
            default:
                throw new InvalidOperationException($"unknown condition {condition.GetType().Name}");
        }
    }

    /// <summary>Whether a derived predicate occurs in the formula.</summary>
    public static bool UsesDerived(Formula formula) => formula switch
    {
        AtomFormula atom => atom.Relation.IsDerived,
        NotFormula negation => UsesDerived(negation.Operand),
        JunctionFormula junction => Array.Exists(junction.Operands, UsesDerived),
        QuantifierFormula quantifier => UsesDerived(quantifier.Body),
        _ => false,
    };

    private QuantifierFormula Quantifier(bool isUniversal, ImmutableArray<Parameter> parameters, Condition body)
    {
        var slots = scope.Open(parameters);
        var compiled = Compile(body);
        scope.Close(parameters);
        return new QuantifierFormula(isUniversal, parameters, slots, scope.Ranges(parameters), compiled);
    }

    private Formula[] CompileAll(ImmutableArray<Condition> conditions)
    {
        var formulas = new Formula[conditions.Length];
        for (var i = 0; i < formulas.Length; i++)
        {
            formulas[i] = Compile(conditions[i]);
        }

        return formulas;
    }
}
