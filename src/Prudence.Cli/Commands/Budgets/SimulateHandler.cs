using Prudence.Cli.Output;
using Prudence.Cli.Running;
using Prudence.Cli.Simulation;

namespace Prudence.Cli.Commands.Budgets;

internal sealed class SimulateHandler(Terminal terminal, bool json)
{
    public int Run(string name, Workload workload, string? chartFile, CancellationToken cancellation)
    {
        if (chartFile is not null)
        {
            OutputFile.Check(chartFile);
        }

        var held = Simulator.Run(workload, static tree => new ReservingGate(tree), cancellation);
        var checkedFirst = Simulator.Run(workload, static tree => new CheckFirstGate(tree), cancellation);
        if (json)
        {
            JsonOutput.Write(terminal.Out, writer => SimulationJson.Write(writer, workload, held, checkedFirst));
        }
        else
        {
            SimulationText.Write(TextOutput.For(terminal), name, workload, held, checkedFirst);
        }

        if (chartFile is not null)
        {
            OutputFile.Write(chartFile, BurnDownChart.Create(name, workload, held, checkedFirst).ToSvg());
        }

        return ExitCode.Success;
    }
}
