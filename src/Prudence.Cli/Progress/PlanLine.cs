using System.Globalization;
using Prudence.Budgeting;
using Prudence.Planning;

namespace Prudence.Cli.Progress;

/// <summary>One plan in one line.</summary>
internal static class PlanLine
{
    public static string Of(int number, PlanRecord plan) => string.Create(
        CultureInfo.InvariantCulture, $"plan {number}: cost {plan.Cost}, {Steps(plan.Plan.Length)}, {AmountFormat.Time(plan.Elapsed)}");

    public static string Steps(int count) => count == 1 ? "1 step" : $"{AmountFormat.Count(count)} steps";
}
