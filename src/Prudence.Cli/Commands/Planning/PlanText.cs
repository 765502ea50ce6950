using System.Globalization;
using Prudence.Cli.Output;
using Prudence.Planning;

namespace Prudence.Cli.Commands.Planning;

/// <summary>Shows people the plan, the proof that it is valid, and the receipt.</summary>
internal static class PlanText
{
    public static void Write(TextOutput output, PlannerResult result)
    {
        if (result.Best is { } best)
        {
            output.Heading("Plan");
            output.Table(["#step", "action"], best.Plan.Steps.Select(static (step, i) =>
                (IReadOnlyList<string>)[(i + 1).ToString(CultureInfo.InvariantCulture), step.ToString()]));
            output.Line(
                $"valid: {best.Plan.Length} steps, cost {best.Cost}{(result.IsOptimal ? ", proven to be the cheapest" : "")}", Tone.Good);
        }
        else
        {
            output.Line(result.Outcome switch
            {
                PlannerOutcome.Unsolvable => "unsolvable: it is proven that no plan exists",
                PlannerOutcome.NotFound => "no plan found: the search ended, but it was not a complete one",
                _ => "no plan found before the run was stopped",
            }, Tone.Bad);
        }

        output.Heading("Receipt");
        output.Pairs(result.Receipt.Lines.Select(static line => (line.Purpose, line.Cost.ToString())).Append(("total", result.Receipt.Total.ToString())));
    }
}
