using Prudence.Budgeting;
using Prudence.Cli.Commands.Planning;
using Prudence.Cli.Running;
using Prudence.Planning;
using Prudence.Planning.Language;
using Prudence.Planning.Search;

namespace Prudence.Cli.Progress;

/// <summary>Tells on standard error how a planner run goes: a line for each plan, and to a person a line that says what is being done right now.</summary>
internal sealed class PlanProgress(Terminal terminal, RunLimits limits, bool quiet, bool verbose, PlanFiles? files) : PlannerProgress, IDisposable
{
    private readonly StatusLine? status = !quiet && terminal.ShowsProgress ? new StatusLine(terminal, limits) : null;
    private bool hasMetric;
    private int plans;

    public override void PhaseStarted(string phase)
    {
        status?.Begin(phase);
        if (verbose && !quiet)
        {
            Say(phase);
        }
    }

    public override void TaskRead(PddlTask task) => hasMetric = task.Problem.MinimizesTotalCost;

    public override void Searching(TimeSpan elapsed, in SearchSnapshot snapshot) => status?.Note(snapshot);

    public override void PlanFound(PlanRecord plan)
    {
        files?.Add(plan, hasMetric);
        plans++;
        if (!quiet)
        {
            Say(PlanLine.Of(plans, plan));
        }
    }

    public void Dispose() => status?.Dispose();

    private void Say(string line)
    {
        if (status is null)
        {
            terminal.Error.WriteLine(line);
        }
        else
        {
            status.WriteAbove(line);
        }
    }
}
