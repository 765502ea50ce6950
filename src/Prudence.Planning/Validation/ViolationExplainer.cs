using Prudence.Planning.Language;

namespace Prudence.Planning.Validation;

/// <summary>Finds the part of a condition that does not hold, and says why not.</summary>
internal sealed class ViolationExplainer(ConditionEvaluator evaluator, ObjectTable objects, AtomHistory history)
{
    /// <summary>The violated part with objects put in, and the reason. The condition must not hold.</summary>
    public (string Condition, string Reason) Explain(Condition condition, Bindings bindings)
    {
        switch (condition)
        {
            case AtomCondition atom:
                var missing = bindings.Atom(atom.Predicate, atom.Arguments);
                return (missing.Text(objects), $"does not hold: {history.WhyFalse(missing)}");
            case EqualityCondition equality:
                return (Text(condition, bindings), $"does not hold: {Name(equality.Left, bindings)} and {Name(equality.Right, bindings)} are two objects");
            case NotCondition { Operand: AtomCondition atom }:
                var present = bindings.Atom(atom.Predicate, atom.Arguments);
                return ($"(not {present.Text(objects)})", $"does not hold: {history.WhyTrue(present)}");
            case NotCondition { Operand: EqualityCondition equality }:
                return (Text(condition, bindings), $"does not hold: both are {Name(equality.Left, bindings)}");
            case AndCondition conjunction:
                return Explain(conjunction.Operands.First(operand => !evaluator.Holds(operand, bindings)), bindings);
            case ImplyCondition imply when imply.Consequent is not OrCondition:
                var (part, reason) = Explain(imply.Consequent, bindings);
                return (part, $"{reason} (needed because {Text(imply.Antecedent, bindings)} holds)");
            case ForAllCondition all:
                return ExplainCounterexample(all, bindings);
            case OrCondition:
                return (Text(condition, bindings), "does not hold: no alternative does");
            case ExistsCondition:
                return (Text(condition, bindings), "does not hold: there are no such objects");
            default:
                return (Text(condition, bindings), "does not hold");
        }
    }

    private (string Condition, string Reason) ExplainCounterexample(ForAllCondition all, Bindings bindings)
    {
        var answer = (Condition: "", Reason: "");
        evaluator.Enumerate(all.Parameters, all.Body, false, bindings, () =>
        {
            answer = Explain(all.Body, bindings);
            var values = all.Parameters.Select(parameter => $"{parameter.Name} = {Name(new Term(parameter.Name, default), bindings)}");
            answer.Reason += $" (needed for all values, here {string.Join(", ", values)})";
            return true;
        });
        return answer;
    }

    private string Name(Term term, Bindings bindings) => bindings.Value(term) is >= 0 and var value ? objects.Name(value) : term.Name;

    private string Text(Condition condition, Bindings bindings) => condition switch
    {
        AtomCondition atom => atom.Arguments.IsEmpty
            ? $"({atom.Predicate})"
            : $"({atom.Predicate} {string.Join(' ', atom.Arguments.Select(term => Name(term, bindings)))})",
        EqualityCondition equality => $"(= {Name(equality.Left, bindings)} {Name(equality.Right, bindings)})",
        NotCondition negation => $"(not {Text(negation.Operand, bindings)})",
        AndCondition conjunction => $"(and {string.Join(' ', conjunction.Operands.Select(operand => Text(operand, bindings)))})",
        OrCondition disjunction => $"(or {string.Join(' ', disjunction.Operands.Select(operand => Text(operand, bindings)))})",
        ImplyCondition imply => $"(imply {Text(imply.Antecedent, bindings)} {Text(imply.Consequent, bindings)})",
        ForAllCondition all => Quantified("forall", all.Parameters, all.Body, bindings),
        ExistsCondition some => Quantified("exists", some.Parameters, some.Body, bindings),
        _ => condition.ToString(),
    };

    private string Quantified(string word, IReadOnlyList<Parameter> parameters, Condition body, Bindings bindings)
    {
        var depth = bindings.Depth;
        foreach (var parameter in parameters)
        {
            bindings.Push(parameter.Name, -1);
        }

        var text = $"({word} ({string.Join(' ', parameters.Select(parameter => $"{parameter.Name} - {parameter.Type}"))}) {Text(body, bindings)})";
        bindings.PopTo(depth);
        return text;
    }
}
