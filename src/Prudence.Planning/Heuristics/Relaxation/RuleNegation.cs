using Prudence.Planning.Tasks;

namespace Prudence.Planning.Heuristics.Relaxation;

/// <summary>
/// Multiplies out the negation of a disjunction of rule bodies: every answer is a set of facts, at most one per variable, that makes every body
/// false, and none of whose facts could be left out.
/// </summary>
internal sealed class RuleNegation(PlanningTask task)
{
    private const int LargestSearch = 20_000;

    private readonly int[] chosen = NewChoices(task.Variables.Length);
    private readonly List<int> choices = [];
    private int[] rules = [];
    private int steps;

    /// <summary>Adds the conjunctions to <paramref name="answers"/>; false if there are too many of them to bother.</summary>
    public bool TryNegate(ReadOnlySpan<int> rulesToFail, List<IReadOnlyList<int>> answers)
    {
        rules = rulesToFail.ToArray();
        steps = 0;
        return FailFrom(0, answers);
    }

    private static int[] NewChoices(int count)
    {
        var choices = new int[count];
        Array.Fill(choices, -1);
        return choices;
    }

    private bool FailFrom(int position, List<IReadOnlyList<int>> answers)
    {
        while (position < rules.Length && CountFailingFacts(rules[position], out _) > 0)
        {
            position++;
        }

        if (position == rules.Length)
        {
            AddIfMinimal(answers);
            return true;
        }

        foreach (var fact in task.Axioms.Bodies[rules[position]])
        {
            var variable = task.FactVariables[fact];
            if (chosen[variable] >= 0)
            {
                continue;
            }

            for (var other = task.FactOffsets[variable]; other < task.FactOffsets[variable + 1]; other++)
            {
                if (other == fact)
                {
                    continue;
                }

                if (++steps > LargestSearch)
                {
                    return false;
                }

                chosen[variable] = other;
                choices.Add(other);
                var finished = FailFrom(position + 1, answers);
                choices.RemoveAt(choices.Count - 1);
                chosen[variable] = -1;
                if (!finished)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private int CountFailingFacts(int rule, out int last)
    {
        var count = 0;
        last = -1;
        foreach (var fact in task.Axioms.Bodies[rule])
        {
            var choice = chosen[task.FactVariables[fact]];
            if (choice >= 0 && choice != fact)
            {
                count++;
                last = choice;
            }
        }

        return count;
    }

    private void AddIfMinimal(List<IReadOnlyList<int>> answers)
    {
        var indispensable = new HashSet<int>();
        foreach (var rule in rules)
        {
            if (CountFailingFacts(rule, out var last) == 1)
            {
                indispensable.Add(last);
            }
        }

        if (indispensable.Count == choices.Count)
        {
            var answer = choices.ToArray();
            Array.Sort(answer);
            answers.Add(answer);
        }
    }
}
