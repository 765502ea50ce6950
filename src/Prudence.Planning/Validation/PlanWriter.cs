using System.Globalization;
using System.Text;

namespace Prudence.Planning.Validation;

/// <summary>Writes plans as planning competitions do.</summary>
public static class PlanWriter
{
    /// <summary>One step per line, then the cost as a comment.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="cost">Its cost.</param>
    /// <param name="hasMetric">Whether the cost is a sum of action costs rather than the number of steps.</param>
    public static string Write(Plan plan, long cost, bool hasMetric)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var text = new StringBuilder();
        foreach (var step in plan.Steps)
        {
            text.Append(step).Append('\n');
        }

        return text.Append(CultureInfo.InvariantCulture, $"; cost = {cost} ({(hasMetric ? "general cost" : "unit cost")})\n").ToString();
    }
}
