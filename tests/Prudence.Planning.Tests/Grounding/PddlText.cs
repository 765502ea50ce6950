using Prudence.Budgeting;
using Prudence.Planning.Grounding;
using Prudence.Planning.Language;

namespace Prudence.Planning.Tests.Grounding;

/// <summary>Reads, normalises and grounds tasks written in tests.</summary>
internal static class PddlText
{
    public static LiftedTask Normalise(string domain, string problem)
    {
        var result = PddlReader.ReadTask($"(define (domain d) {domain})", "domain", $"(define (problem p) (:domain d) {problem})", "problem");
        Assert.True(result.IsSuccess, string.Join('\n', result.Diagnostics));
        return Normaliser.Normalise(result.Value!.Domain, result.Value.Problem);
    }

    public static PropositionalTask Ground(string domain, string problem)
    {
        using var stop = new StopSignal(RunLimits.Unlimited);
        return Grounder.Ground(Normalise(domain, problem), stop);
    }

    /// <summary>The operators in readable form, sorted: <c>name: precondition =&gt; effects</c>.</summary>
    public static string[] Operators(PropositionalTask task) =>
        [.. Enumerable.Range(0, task.OperatorCount).Select(o => $"{task.OperatorName(o)}: {Literals(task, task.Preconditions[o])} => {Effects(task, o)}").Order(StringComparer.Ordinal)];

    public static string[] Rules(PropositionalTask task) =>
        [.. Enumerable.Range(0, task.RuleHeads.Length).Select(r => $"{task.AtomName(task.RuleHeads[r])} <- {Literals(task, task.RuleBodies[r])}").Order(StringComparer.Ordinal)];

    public static string[] Atoms(PropositionalTask task) => [.. Enumerable.Range(0, task.AtomCount).Select(task.AtomName).Order(StringComparer.Ordinal)];

    public static string Literals(PropositionalTask task, ReadOnlySpan<int> literals) =>
        string.Join(", ", literals.ToArray().Select(literal => literal < 0 ? $"not {task.AtomName(~literal)}" : task.AtomName(literal)).Order(StringComparer.Ordinal));

    private static string Effects(PropositionalTask task, int o)
    {
        var effects = new List<string>();
        for (var effect = task.EffectStarts[o]; effect < task.EffectStarts[o + 1]; effect++)
        {
            var condition = Literals(task, task.EffectConditions[effect]);
            effects.Add((condition.Length == 0 ? "" : $"[{condition}] ") + Literals(task, [task.EffectLiterals[effect]]));
        }

        return string.Join("; ", effects.Order(StringComparer.Ordinal));
    }
}
