using System.Collections.Immutable;
using Prudence.Planning.Language.Linting;

namespace Prudence.Planning.Language;

/// <summary>
/// Looks for likely mistakes and loose ends in correct PDDL: what is never used, can never happen or contradicts itself.
/// Complements the diagnostics of <see cref="PddlReader"/>, which it does not repeat.
/// </summary>
public static class PddlLinter
{
    /// <summary>Examines a domain and, if given, a problem of it. Many questions have an answer only where there is a problem.</summary>
    /// <param name="domain">The domain.</param>
    /// <param name="problem">A problem of the domain, or null.</param>
    /// <returns>Warnings for what is likely a mistake, remarks for the rest; the domain's first, by place.</returns>
    public static ImmutableArray<Diagnostic> Lint(PddlDomain domain, PddlProblem? problem = null)
    {
        ArgumentNullException.ThrowIfNull(domain);
        var subject = new LintSubject(domain, problem);
        UseChecks.Run(subject);
        ConsistencyChecks.Run(subject);
        ReachabilityChecks.Run(subject);
        return
        [
            .. subject.Remarks.OrderBy(d => problem is not null && d.Position.File == problem.Position.File ? 1 : 0)
                .ThenBy(d => d.Position.Line).ThenBy(d => d.Position.Column),
        ];
    }
}
