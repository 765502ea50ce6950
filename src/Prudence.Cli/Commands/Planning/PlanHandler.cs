using Prudence.Cli.Output;
using Prudence.Cli.Progress;
using Prudence.Cli.Reports;
using Prudence.Cli.Running;
using Prudence.Planning;
using Prudence.Planning.Explanation;
using Prudence.Planning.Language;

namespace Prudence.Cli.Commands.Planning;

internal sealed class PlanHandler(Terminal terminal, bool json, bool verbose)
{
    /// <summary>A report explains plans up to this length without being asked to; nobody reads the reasons of more.</summary>
    private const int ReadableSteps = 200;

    public int Run(PlanRequest request, CancellationToken cancellation)
    {
        foreach (var file in (string?[])[request.OutputFile, request.ReportFile])
        {
            if (file is not null)
            {
                OutputFile.Check(file);
            }
        }

        var planner = new Planner(new PlannerOptions { Search = request.Search, UseH2Mutexes = request.UseH2Mutexes });
        var result = Plan(planner, request, cancellation);
        return Tell(request, result);
    }

    private PlannerResult Plan(Planner planner, PlanRequest request, CancellationToken cancellation)
    {
        var (domain, problem) = (InputFile.Read(request.Files.Domain), InputFile.Read(request.Files.Problem));
        var files = request.OutputFile is null ? null : new PlanFiles(request.OutputFile);
        using var progress = new PlanProgress(terminal, request.Limits, request.Quiet, verbose, files);
        return planner.PlanText(
            domain, request.Files.Domain, problem, request.Files.Problem, request.Limits, new PddlReaderOptions { Strict = request.Strict }, progress, cancellation);
    }

    private int Tell(PlanRequest request, PlannerResult result)
    {
        var exitCode = PlanExitCode.Of(result);
        if (result.Outcome == PlannerOutcome.InvalidInput)
        {
            DiagnosticOutput.Write(terminal, result.Diagnostics, json, exitCode);
            return exitCode;
        }

        DiagnosticOutput.WriteText(terminal.Error, result.Diagnostics);
        var explanation = Explain(request, result);
        var shown = request.Explain ? explanation : null;
        if (json)
        {
            JsonOutput.Write(terminal.Out, writer => PlanJson.Write(writer, result, shown, exitCode));
        }
        else
        {
            PlanText.Write(TextOutput.For(terminal), result, shown);
        }

        if (request.ReportFile is not null)
        {
            OutputFile.Write(request.ReportFile, PlanReport.Write(result, explanation));
        }

        return exitCode;
    }

    private static PlanExplanation? Explain(PlanRequest request, PlannerResult result) =>
        result.Best is { } best && (request.Explain || (request.ReportFile is not null && best.Plan.Length <= ReadableSteps))
            ? PlanExplainer.Explain(result.Task!, best.Plan)
            : null;
}
