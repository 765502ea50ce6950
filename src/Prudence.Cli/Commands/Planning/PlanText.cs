using System.Globalization;
using Prudence.Budgeting;
using Prudence.Cli.Output;
using Prudence.Planning;
using Prudence.Planning.Explanation;

namespace Prudence.Cli.Commands.Planning;

/// <summary>Shows people the plan, the proof that it is valid, and the receipt.</summary>
internal static class PlanText
{
    public static void Write(TextOutput output, PlannerResult result, PlanExplanation? explanation)
    {
        if (result.Best is { } best)
        {
            output.Heading("Plan");
            output.Table(["#step", "action"], best.Plan.Steps.Select(static (step, i) =>
                (IReadOnlyList<string>)[(i + 1).ToString(CultureInfo.InvariantCulture), step.ToString()]));
            output.Line(PlanVerdict.Of(result), Tone.Good);
            WritePlans(output, result);
        }
        else
        {
            output.Line(PlanVerdict.Of(result), Tone.Bad);
        }

        if (explanation is not null)
        {
            ExplanationText.Write(output, explanation);
        }

        ReceiptTable.Write(output, result.Receipt);
    }

    private static void WritePlans(TextOutput output, PlannerResult result)
    {
        if (result.Plans.Length > 1)
        {
            output.Heading("Plans found");
            output.Table(["#plan", "#cost", "#steps", "#after"], result.Plans.Select(static (plan, i) => (IReadOnlyList<string>)
                [Number(i + 1), Number(plan.Cost), Number(plan.Plan.Length), AmountFormat.Time(plan.Elapsed)]));
        }
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
