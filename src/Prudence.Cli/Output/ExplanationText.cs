using Prudence.Planning.Explanation;

namespace Prudence.Cli.Output;

/// <summary>Shows people why every step of a plan is there.</summary>
internal static class ExplanationText
{
    private const int MostFacts = 8;

    public static void Write(TextOutput output, PlanExplanation explanation)
    {
        output.Heading("Why each step is there");
        foreach (var step in explanation.Steps)
        {
            output.Line($"{step.Number}. {step.Action}");
            List<(string, string)> lines = [];
            Add(lines, "needs", step.Needs.Select(static need => $"{need.Fact} {From(need.Step)}"));
            Add(lines, "adds", step.Adds);
            Add(lines, "deletes", step.Deletes);
            Add(lines, "serves", step.Serves.GroupBy(static service => service.Fact, StringComparer.Ordinal).Select(group =>
                $"{group.Key} for {string.Join(", ", group.Select(service => For(service.Step, explanation.Steps.Length)))}"));
            lines.Add(("towards", step.Goals.IsEmpty ? "nothing: the plan seems to do without it" : string.Join(", ", step.Goals.Select(goal => explanation.Goals[goal].Condition))));
            output.Pairs(lines);
        }
    }

    private static void Add(List<(string Name, string Value)> lines, string name, IEnumerable<string> facts)
    {
        var all = facts.ToList();
        if (all.Count > 0)
        {
            var more = all.Count > MostFacts ? $", and {all.Count - MostFacts} more" : "";
            lines.Add((name, string.Join(", ", all.Take(MostFacts)) + more));
        }
    }

    private static string From(int step) => step == 0 ? "[at first]" : $"[step {step}]";

    private static string For(int step, int last) => step > last ? "the goal" : $"step {step}";
}
