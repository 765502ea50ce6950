using System.Globalization;
using Prudence.Budgeting;
using Prudence.Cli.Output;
using Prudence.Planning.Tasks;

namespace Prudence.Cli.Commands.Ground;

/// <summary>Shows people how large a task is.</summary>
internal static class GroundText
{
    private const int LargestShown = 5;

    public static void Write(TextOutput output, GroundResult result, Receipt receipt)
    {
        output.Heading("Estimate");
        output.Table(
            ["action", "#combinations", "#at most", "#expected"],
            result.Estimate.Schemas.Select(static schema => Row(schema.Name, schema.Combinations, schema.UpperBound, schema.Expected))
                .Append(Row("in all", result.Estimate.Schemas.Sum(static schema => schema.Combinations), result.Estimate.UpperBound, result.Estimate.Expected)));
        if (result is { Report: { } report, Task: { } task })
        {
            output.Heading("Sizes");
            output.Pairs(GroundingLines.Sizes(report));
            WriteVerdict(output, task);
            output.Heading("Times");
            output.Pairs(GroundingLines.Times(report));
        }
        else if (result.StoppedBy != StopReason.None)
        {
            output.Line("stopped before the task was ground", Tone.Bad);
        }

        ReceiptTable.Write(output, receipt);
    }

    private static void WriteVerdict(TextOutput output, PlanningTask task)
    {
        if (task.IsTriviallyUnsolvable)
        {
            output.Line("no plan exists: grounding alone proves it", Tone.Bad);
            return;
        }

        output.Heading("Largest variables");
        output.Table(["variable", "#values", "for example"], task.Variables
            .OrderByDescending(static variable => variable.DomainSize)
            .Take(LargestShown)
            .Select(static variable => (IReadOnlyList<string>)[variable.Name, Number(variable.DomainSize), variable.FactNames[0]]));
    }

    private static IReadOnlyList<string> Row(string name, double combinations, double bound, double expected) =>
        [name, Number(combinations), Number(bound), Number(Math.Ceiling(expected))];

    private static string Number(double number) => number < 1e15
        ? AmountFormat.Count((long)number)
        : number.ToString("0.0e+0", CultureInfo.InvariantCulture);
}
