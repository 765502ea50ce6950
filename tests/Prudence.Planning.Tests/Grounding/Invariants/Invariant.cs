using Prudence.Budgeting;
using Prudence.Planning.Grounding;
using Prudence.Planning.Grounding.Invariants;
using Prudence.Planning.Language;

namespace Prudence.Planning.Tests.Grounding.Invariants;

/// <summary>Finds the invariants of a domain and writes them down as <c>at 0 [1] | in 0 [1]</c>: parameters by number, the counted position in brackets.</summary>
internal static class Invariant
{
    public static StopSignal Never { get; } = new(new RunLimits());

    public static LiftedTask Lift(string domain, string problem)
    {
        var result = PddlReader.ReadTask(domain, "domain", problem, "problem");
        Assert.True(result.IsSuccess, string.Join('\n', result.Diagnostics));
        return Normaliser.Normalise(result.Value!.Domain, result.Value.Problem);
    }

    public static string[] Find(string domain, string problem)
    {
        var task = Lift(domain, problem);
        return [.. InvariantSynthesis.Run(task, Never).Select(invariant => Describe(task, invariant)).Order(StringComparer.Ordinal)];
    }

    private static string Describe(LiftedTask task, InvariantCandidate invariant) =>
        string.Join(" | ", invariant.Parts.Select(part => Describe(task, part)).Order(StringComparer.Ordinal));

    private static string Describe(LiftedTask task, InvariantPart part)
    {
        var words = new string[task.Predicates[part.Predicate].Arity];
        for (var parameter = 0; parameter < part.Positions.Length; parameter++)
        {
            words[part.Positions[parameter]] = $"{parameter}";
        }

        if (part.Counted >= 0)
        {
            words[part.Counted] = "[]";
        }

        return string.Join(' ', [task.Predicates[part.Predicate].Name, .. words]);
    }
}
