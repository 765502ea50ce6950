using Prudence.Planning;
using Prudence.Planning.Explanation;

namespace Prudence.Cli.Reports;

internal static class PlanReport
{
    public static string Write(PlannerResult result, PlanExplanation? explanation) => $"{result.Outcome}{explanation}";
}
