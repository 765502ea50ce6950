using Prudence.Planning.Tasks;

namespace Prudence.Planning.Heuristics.Landmarks;

/// <summary>
/// Says which facts may stand together in a disjunctive landmark: those of one predicate. Disjunctions of unlike facts are
/// landmarks too, but rarely ones a planner should work towards (Richter and Westphal 2010, section 4.2).
/// </summary>
internal static class DisjunctionClasses
{
    /// <summary>The class of a fact that may stand in no disjunction.</summary>
    public const int None = -1;

    /// <summary>One class per fact, numbered in the order the predicates appear.</summary>
    public static int[] Of(PlanningTask task)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var lookup = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        var classes = new int[task.FactCount];
        for (var fact = 0; fact < classes.Length; fact++)
        {
            var predicate = Predicate(task.FactName(fact));
            if (predicate.IsEmpty)
            {
                classes[fact] = None;
                continue;
            }

            if (!lookup.TryGetValue(predicate, out var number))
            {
                number = numbers.Count;
                lookup[predicate] = number;
            }

            classes[fact] = number;
        }

        return classes;
    }

    /// <summary>The predicate of an atom or negated atom as tasks write them, <c>(on a b)</c> or <c>not (on a b)</c>; empty otherwise.</summary>
    private static ReadOnlySpan<char> Predicate(ReadOnlySpan<char> name)
    {
        var start = name.IndexOf('(') + 1;
        var end = start == 0 ? -1 : name[start..].IndexOfAny(' ', ')');
        return end < 0 ? [] : name.Slice(start, end);
    }
}
