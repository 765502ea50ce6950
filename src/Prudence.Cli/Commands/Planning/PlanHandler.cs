using Prudence.Cli.Output;
using Prudence.Cli.Pddl;
using Prudence.Cli.Running;
using Prudence.Planning;
using Prudence.Planning.Configuration;
using Prudence.Planning.Heuristics;

namespace Prudence.Cli.Commands.Planning;

internal sealed class PlanHandler(Terminal terminal, bool json)
{
    public int Run(PlanRequest request, CancellationToken cancellation)
    {
        var files = TaskFiles.Find(request.First, request.Second);
        var budget = request.ToBudget();
        PlannerResult result;
        try
        {
            var planner = new Planner(new PlannerOptions { Search = request.Search, UseH2Mutexes = request.UseH2Mutexes });
            result = planner.PlanText(
                InputFile.Read(files.Domain), files.Domain, InputFile.Read(files.Problem), files.Problem, budget, cancellation: cancellation);
        }
        catch (ConfigurationException error)
        {
            throw new UserErrorException(ExitCode.BadConfiguration, error.Message);
        }
        catch (UnsupportedTaskFeatureException error)
        {
            throw new UserErrorException(ExitCode.BadConfiguration, error.Message);
        }

        return Tell(result);
    }

    private int Tell(PlannerResult result)
    {
        var exitCode = ExitCodeOf(result);
        if (result.Outcome == PlannerOutcome.InvalidInput)
        {
            DiagnosticOutput.Write(terminal, result.Diagnostics, json, exitCode);
        }
        else if (json)
        {
            JsonOutput.Write(terminal.Out, writer => PlanJson.Write(writer, result, exitCode));
        }
        else
        {
            PlanText.Write(TextOutput.For(terminal), result);
        }

        return exitCode;
    }

    private static int ExitCodeOf(PlannerResult result) => result.Outcome switch
    {
        PlannerOutcome.Solved => ExitCode.Success,
        PlannerOutcome.Unsolvable => ExitCode.Unsolvable,
        PlannerOutcome.NotFound => ExitCode.NotFound,
        PlannerOutcome.InvalidInput => ExitCode.BadFile,
        _ => StopExitCode.Of(result.Receipt.StoppedBy),
    };
}
