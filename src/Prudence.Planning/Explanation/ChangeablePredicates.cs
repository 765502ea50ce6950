using Prudence.Planning.Language;

namespace Prudence.Planning.Explanation;

/// <summary>Finds the predicates that can change: those that are derived or stand in an effect.</summary>
internal static class ChangeablePredicates
{
    public static HashSet<string> Of(PddlDomain domain)
    {
        var predicates = domain.DerivedPredicates.Select(static rule => rule.Predicate).ToHashSet(StringComparer.Ordinal);
        foreach (var action in domain.Actions)
        {
            Add(action.Effect, predicates);
        }

        return predicates;
    }

    private static void Add(Effect effect, HashSet<string> predicates)
    {
        switch (effect)
        {
            case AtomEffect atom:
                predicates.Add(atom.Predicate);
                break;
            case AndEffect conjunction:
                foreach (var operand in conjunction.Operands)
                {
                    Add(operand, predicates);
                }

                break;
            case ForAllEffect all:
                Add(all.Body, predicates);
                break;
            case ConditionalEffect conditional:
                Add(conditional.Body, predicates);
                break;
            default:
                break;
        }
    }
}
