using System.Collections.Immutable;
using Prudence.Planning.Language;
using Prudence.Planning.Validation.Semantics;

namespace Prudence.Planning.Validation.Execution;

/// <summary>Writes formulas as PDDL with the frame's objects put in; variables without a value keep their names.</summary>
internal static class FormulaText
{
    public static string Write(Formula formula, int[] frame, ObjectTable objects)
    {
        switch (formula)
        {
            case AtomFormula atom:
                var text = "(" + atom.Relation.Name;
                for (var i = 0; i < atom.Terms.Length; i++)
                {
                    text += " " + Name(atom.Terms[i], atom.Names[i], frame, objects);
                }

                return text + ")";
            case EqualityFormula equality:
                return $"(= {Name(equality.Left, equality.Source.Left, frame, objects)} {Name(equality.Right, equality.Source.Right, frame, objects)})";
            case NotFormula negation:
                return $"(not {Write(negation.Operand, frame, objects)})";
            case JunctionFormula { IsImplication: true, Operands: [NotFormula antecedent, var consequent] }:
                return $"(imply {Write(antecedent.Operand, frame, objects)} {Write(consequent, frame, objects)})";
            case JunctionFormula junction:
                var parts = junction.IsConjunction ? "(and" : "(or";
                foreach (var operand in junction.Operands)
                {
                    parts += " " + Write(operand, frame, objects);
                }

                return parts + ")";
            case QuantifierFormula quantifier:
                return WriteQuantifier(quantifier, frame, objects);
            default:
                throw new InvalidOperationException($"unknown formula {formula.GetType().Name}");
        }
    }

    public static string Name(int term, Term name, int[] frame, ObjectTable objects) =>
        TermList.Value(term, frame) is >= 0 and var value ? objects.Name(value) : name.Name;

    /// <summary>The values of variables: <c>?x = a, ?y = b</c>.</summary>
    public static string Values(ImmutableArray<Parameter> parameters, int[] slots, int[] frame, ObjectTable objects)
    {
        var values = new List<string>(slots.Length);
        for (var i = 0; i < slots.Length; i++)
        {
            values.Add($"{parameters[i].Name} = {objects.Name(frame[slots[i]])}");
        }

        return string.Join(", ", values);
    }

    private static string WriteQuantifier(QuantifierFormula quantifier, int[] frame, ObjectTable objects)
    {
        // Values left over from a search must not be taken for the variables' own.
        foreach (var slot in quantifier.Slots)
        {
            frame[slot] = -1;
        }

        var variables = new List<string>(quantifier.Parameters.Length);
        foreach (var parameter in quantifier.Parameters)
        {
            variables.Add($"{parameter.Name} - {parameter.Type}");
        }

        var word = quantifier.IsUniversal ? "forall" : "exists";
        return $"({word} ({string.Join(' ', variables)}) {Write(quantifier.Body, frame, objects)})";
    }
}
