using Prudence.Budgeting;
using Prudence.Cli.Output;
using Prudence.Cli.Pddl;
using Prudence.Cli.Progress;
using Prudence.Cli.Running;
using Prudence.Planning.Grounding;
using Prudence.Planning.Language;
using Prudence.Planning.Tasks;

namespace Prudence.Cli.Commands.Ground;

internal sealed class GroundHandler(Terminal terminal, bool json)
{
    public int Run(GroundRequest request, CancellationToken cancellation)
    {
        if (request.OutputFile is not null)
        {
            OutputFile.Check(request.OutputFile);
        }

        using var stop = new StopSignal(request.Limits, cancellation: cancellation);
        var bill = new Bill(stop);
        var source = bill.Charge("parsing", () => TaskReading.Read(request.Files, request.Strict, json, terminal));
        if (source is null)
        {
            return ExitCode.BadFile;
        }

        var estimate = bill.Charge("estimate", () => GroundingEstimate.Of(Normaliser.Normalise(source.Domain, source.Problem)));
        var result = request.EstimateOnly ? new GroundResult(estimate) : Ground(source, estimate, request, stop, bill);
        return Tell(result, bill.Receipt());
    }

    private GroundResult Ground(PddlTask source, GroundingEstimate estimate, GroundRequest request, StopSignal stop, Bill bill)
    {
        using var status = terminal.ShowsProgress ? new StatusLine(terminal, request.Limits) : null;
        status?.Begin("grounding");
        try
        {
            stop.Check();
            stop.ThrowIfRaised();
            GroundingReport? report = null;
            var options = GroundingOptions.Default with { UseH2Mutexes = request.UseH2Mutexes };
            var task = bill.Charge("grounding", () => TaskBuilder.Build(source.Domain, source.Problem, options, stop, out report));
            if (request.OutputFile is not null)
            {
                status?.Begin("writing");
                bill.Charge("writing", () => Write(task, request.OutputFile));
            }

            return new GroundResult(estimate) { Task = task, Report = report };
        }
        catch (RunStoppedException)
        {
            return new GroundResult(estimate) { StoppedBy = stop.Reason };
        }
    }

    private static bool Write(PlanningTask task, string path)
    {
        OutputFile.Write(path, writer => SasWriter.Write(task, writer));
        return true;
    }

    private int Tell(GroundResult result, Receipt receipt)
    {
        var exitCode = result.StoppedBy == StopReason.None ? ExitCode.Success : StopExitCode.Of(result.StoppedBy);
        if (json)
        {
            JsonOutput.Write(terminal.Out, writer => GroundJson.Write(writer, result, receipt, exitCode));
        }
        else
        {
            GroundText.Write(TextOutput.For(terminal), result, receipt);
        }

        return exitCode;
    }
}
