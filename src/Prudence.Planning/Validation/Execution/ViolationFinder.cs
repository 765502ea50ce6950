using System.Collections.Immutable;
using Prudence.Planning.Validation.Semantics;

namespace Prudence.Planning.Validation.Execution;

/// <summary>Finds the parts of a formula that do not have the value they must, and says why not.</summary>
internal sealed class ViolationFinder(TaskSemantics task, FormulaEvaluator evaluator, Func<int, PlanStep> stepAt)
{
    private const int DeepestRule = 3;

    private readonly ObjectTable objects = task.Objects;

    /// <summary>The violated parts with objects put in. The formula must not hold.</summary>
    public ImmutableArray<Violation> Find(Formula formula, int[] frame)
    {
        var violations = new List<Violation>();
        Collect(formula, true, frame, violations, depth: 0);
        return [.. violations];
    }

    private void Collect(Formula formula, bool wanted, int[] frame, List<Violation> violations, int depth)
    {
        switch (formula)
        {
            case AtomFormula atom:
                violations.Add(new Violation(Literal(atom, wanted, frame), WhyNot(atom, wanted, frame, depth)));
                break;
            case EqualityFormula equality:
                violations.Add(new Violation(
                    wanted ? FormulaText.Write(equality, frame, objects) : $"(not {FormulaText.Write(equality, frame, objects)})",
                    wanted ? "does not hold: they are two objects" : "does not hold: both are the same object"));
                break;
            case NotFormula negation:
                Collect(negation.Operand, !wanted, frame, violations, depth);
                break;
            case JunctionFormula junction when junction.IsConjunction == wanted:
                foreach (var operand in junction.Operands)
                {
                    if (evaluator.Holds(operand, frame) != wanted)
                    {
                        Collect(operand, wanted, frame, violations, depth);
                    }
                }

                break;
            case JunctionFormula { IsImplication: true, Operands: [NotFormula antecedent, var consequent] }:
                var first = violations.Count;
                Collect(consequent, wanted, frame, violations, depth);
                Annotate(violations, first, $"needed because {FormulaText.Write(antecedent.Operand, frame, objects)} holds");
                break;
            case JunctionFormula junction:
                violations.Add(new Violation(FormulaText.Write(junction, frame, objects), Alternatives(junction, wanted, frame, depth)));
                break;
            case QuantifierFormula quantifier when quantifier.IsUniversal == wanted:
                CollectCounterexample(quantifier, wanted, frame, violations, depth);
                break;
            default:
                var text = FormulaText.Write(formula, frame, objects);
                violations.Add(wanted
                    ? new Violation(text, "does not hold: there are no such objects")
                    : new Violation($"(not {text})", "does not hold: it is true of all of them"));
                break;
        }
    }

    private void CollectCounterexample(QuantifierFormula quantifier, bool wanted, int[] frame, List<Violation> violations, int depth)
    {
        if (!evaluator.Enumerate(quantifier.Join, frame, static () => true))
        {
            return;
        }

        var values = FormulaText.Values(quantifier.Parameters, quantifier.Slots, frame, objects);
        var first = violations.Count;
        Collect(quantifier.Body, wanted, frame, violations, depth);
        Annotate(violations, first, wanted ? $"needed for all values, here {values}" : $"no values may do, here {values}");
    }

    private static void Annotate(List<Violation> violations, int first, string note)
    {
        for (var i = first; i < violations.Count; i++)
        {
            violations[i] = violations[i] with { Reason = $"{violations[i].Reason} ({note})" };
        }
    }

    private string Alternatives(JunctionFormula junction, bool wanted, int[] frame, int depth)
    {
        if (junction.Operands.Length == 0)
        {
            return "does not hold: there is no alternative";
        }

        if (!wanted || junction.Operands.Length > 4 || depth > 0)
        {
            return "does not hold: no alternative does";
        }

        var reasons = new List<string>(junction.Operands.Length);
        foreach (var operand in junction.Operands)
        {
            var violations = new List<Violation>();
            Collect(operand, wanted, frame, violations, depth + 1);
            reasons.Add(violations.Count == 0 ? FormulaText.Write(operand, frame, objects) : violations[0].ToString());
        }

        return "does not hold, no alternative does: " + string.Join("; ", reasons);
    }

    private string Literal(AtomFormula atom, bool wanted, int[] frame)
    {
        var text = FormulaText.Write(atom, frame, objects);
        return wanted ? text : $"(not {text})";
    }

    private string WhyNot(AtomFormula atom, bool wanted, int[] frame, int depth)
    {
        if (atom.Relation.IsDerived)
        {
            return wanted ? "does not hold: " + WhyNotDerived(atom, frame, depth) : "does not hold: a rule derives the atom";
        }

        var row = atom.Row(frame);
        var changed = row < 0 ? 0 : atom.Relation.ChangedAt(row);
        return (wanted, changed) switch
        {
            (true, 0) => "does not hold: it was not true at first and no step before made it true",
            (true, _) => $"does not hold: step {changed} {stepAt(changed)} deleted it",
            (false, 0) => "does not hold: the atom was true at first and no step before deleted it",
            (false, _) => $"does not hold: step {changed} {stepAt(changed)} made the atom true",
        };
    }

    /// <summary>Looks into the rule where there is only one: what it lacks is what the reader wants to know.</summary>
    private string WhyNotDerived(AtomFormula atom, int[] frame, int depth)
    {
        var only = (DerivationRule?)null;
        foreach (var rule in task.Derivations.Rules)
        {
            if (rule.Head == atom.Relation)
            {
                if (only is not null)
                {
                    return "no rule derives it";
                }

                only = rule;
            }
        }

        if (only is null || depth >= DeepestRule)
        {
            return "no rule derives it";
        }

        var inner = new int[only.FrameSize];
        for (var i = 0; i < only.Slots.Length; i++)
        {
            inner[only.Slots[i]] = TermList.Value(atom.Terms[i], frame);
        }

        var violations = new List<Violation>();
        Collect(only.Body, true, inner, violations, depth + 1);
        return violations.Count == 0 ? "no rule derives it" : $"no rule derives it, as {violations[0]}";
    }
}
