using System.Collections.Immutable;
using Prudence.Planning.Language;

namespace Prudence.Planning.Validation;

/// <summary>Judges conditions in a state, straight from their definition.</summary>
internal sealed class ConditionEvaluator(ObjectTable objects, AtomStore state)
{
    /// <summary>Whether the condition holds under the bindings.</summary>
    public bool Holds(Condition condition, Bindings bindings)
    {
        switch (condition)
        {
            case AtomCondition atom:
                return state.Contains(bindings.Atom(atom.Predicate, atom.Arguments));
            case EqualityCondition equality:
                return bindings.Value(equality.Left) == bindings.Value(equality.Right);
            case NotCondition negation:
                return !Holds(negation.Operand, bindings);
            case AndCondition conjunction:
                foreach (var operand in conjunction.Operands)
                {
                    if (!Holds(operand, bindings))
                    {
                        return false;
                    }
                }

                return true;
            case OrCondition disjunction:
                foreach (var operand in disjunction.Operands)
                {
                    if (Holds(operand, bindings))
                    {
                        return true;
                    }
                }

                return false;
            case ImplyCondition imply:
                return !Holds(imply.Antecedent, bindings) || Holds(imply.Consequent, bindings);
            case ForAllCondition all:
                return !Enumerate(all.Parameters, all.Body, false, bindings, static () => true);
            case ExistsCondition some:
                return Enumerate(some.Parameters, some.Body, true, bindings, static () => true);
            default:
                throw new InvalidOperationException($"unknown condition {condition.GetType().Name}");
        }
    }

    /// <summary>
    /// Calls <paramref name="visit"/> for every binding of the parameters under which the body has the wanted value, until it answers true.
    /// Where the body needs some atom, the atoms that hold are tried instead of all objects.
    /// </summary>
    /// <returns>True if a visit answered true.</returns>
    public bool Enumerate(ImmutableArray<Parameter> parameters, Condition body, bool wanted, Bindings bindings, Func<bool> visit)
    {
        var needed = new List<AtomCondition>();
        CollectNeeded(body, wanted, needed);
        var first = bindings.Depth;
        foreach (var parameter in parameters)
        {
            bindings.Push(parameter.Name, -1);
        }

        var stopped = Extend(new Quantification(parameters, body, wanted, first, needed, visit), bindings);
        bindings.PopTo(first);
        return stopped;
    }

    private static void CollectNeeded(Condition condition, bool wanted, List<AtomCondition> needed)
    {
        switch (condition)
        {
            case AtomCondition atom when wanted:
                needed.Add(atom);
                break;
            case NotCondition negation:
                CollectNeeded(negation.Operand, !wanted, needed);
                break;
            case AndCondition conjunction when wanted:
                foreach (var operand in conjunction.Operands)
                {
                    CollectNeeded(operand, true, needed);
                }

                break;
            case OrCondition disjunction when !wanted:
                foreach (var operand in disjunction.Operands)
                {
                    CollectNeeded(operand, false, needed);
                }

                break;
            case ImplyCondition imply when !wanted:
                CollectNeeded(imply.Antecedent, true, needed);
                CollectNeeded(imply.Consequent, false, needed);
                break;
            default:
                break;
        }
    }

    private bool Extend(Quantification quantification, Bindings bindings)
    {
        var open = -1;
        for (var i = 0; i < quantification.Parameters.Length && open < 0; i++)
        {
            open = (bindings.At(quantification.First + i) < 0) ? i : -1;
        }

        if (open < 0)
        {
            return Holds(quantification.Body, bindings) == quantification.Wanted && quantification.Visit();
        }

        return ChooseGenerator(quantification, bindings) is { } generator
            ? ExtendByAtoms(quantification, generator, bindings)
            : ExtendByObjects(quantification, open, bindings);
    }

    private bool ExtendByObjects(Quantification quantification, int open, Bindings bindings)
    {
        var entry = quantification.First + open;
        foreach (var value in objects.Members(quantification.Parameters[open].Type))
        {
            bindings.Set(entry, value);
            if (Extend(quantification, bindings))
            {
                return true;
            }
        }

        bindings.Set(entry, -1);
        return false;
    }

    private bool ExtendByAtoms(Quantification quantification, AtomCondition generator, Bindings bindings)
    {
        var pattern = bindings.Atom(generator.Predicate, generator.Arguments).Arguments;
        foreach (var candidate in state.Of(generator.Predicate).ToArray())
        {
            var bound = new List<int>();
            if (TryBind(quantification, generator, pattern, candidate.Arguments, bindings, bound) && Extend(quantification, bindings))
            {
                return true;
            }

            foreach (var entry in bound)
            {
                bindings.Set(entry, -1);
            }
        }

        return false;
    }

    private bool TryBind(
        Quantification quantification, AtomCondition generator, int[] pattern, int[] values, Bindings bindings, List<int> bound)
    {
        for (var i = 0; i < pattern.Length; i++)
        {
            // A variable that stands twice in the atom is bound by the time of its second place.
            var seen = pattern[i] >= 0 ? pattern[i] : bindings.Value(generator.Arguments[i]);
            if (seen >= 0)
            {
                if (seen != values[i])
                {
                    return false;
                }

                continue;
            }

            var parameter = quantification.IndexOf(generator.Arguments[i].Name);
            if (!objects.Belongs(values[i], quantification.Parameters[parameter].Type))
            {
                return false;
            }

            bindings.Set(quantification.First + parameter, values[i]);
            bound.Add(quantification.First + parameter);
        }

        return true;
    }

    private AtomCondition? ChooseGenerator(Quantification quantification, Bindings bindings)
    {
        var best = (AtomCondition?)null;
        foreach (var atom in quantification.Needed)
        {
            if (atom.Arguments.Any(term => term.IsVariable && bindings.Value(term) < 0)
                && (best is null || state.Of(atom.Predicate).Count < state.Of(best.Predicate).Count))
            {
                best = atom;
            }
        }

        return best;
    }

    private sealed record Quantification(
        ImmutableArray<Parameter> Parameters, Condition Body, bool Wanted, int First, List<AtomCondition> Needed, Func<bool> Visit)
    {
        public int IndexOf(string name)
        {
            for (var i = Parameters.Length - 1; i >= 0; i--)
            {
                if (Parameters[i].Name == name)
                {
                    return i;
                }
            }

            throw new InvalidOperationException($"the variable {name} is bound by no quantifier");
        }
    }
}
