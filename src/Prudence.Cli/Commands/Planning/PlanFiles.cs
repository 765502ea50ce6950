using System.Globalization;
using Prudence.Cli.Running;
using Prudence.Planning;
using Prudence.Planning.Validation;

namespace Prudence.Cli.Commands.Planning;

/// <summary>
/// The files that plans go to as they are found: the best so far always in the file that was named, and once there is a second one, each also in
/// a numbered file. Somebody who kills the planner still has the best plan.
/// </summary>
internal sealed class PlanFiles(string path)
{
    private string first = "";
    private int count;

    /// <summary>Writes a plan that is better than all before.</summary>
    public void Add(PlanRecord plan, bool hasMetric)
    {
        var text = PlanWriter.Write(plan.Plan, plan.Cost, hasMetric);
        count++;
        if (count == 1)
        {
            first = text;
        }
        else
        {
            if (count == 2)
            {
                OutputFile.Write(Numbered(1), first);
            }

            OutputFile.Write(Numbered(count), text);
        }

        OutputFile.Write(path, text);
    }

    private string Numbered(int number) => $"{path}.{number.ToString(CultureInfo.InvariantCulture)}";
}
