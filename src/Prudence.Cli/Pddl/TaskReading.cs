using Prudence.Cli.Output;
using Prudence.Cli.Running;
using Prudence.Planning.Language;

namespace Prudence.Cli.Pddl;

/// <summary>Reads a task and tells what is wrong with it.</summary>
internal static class TaskReading
{
    /// <summary>The task, or null after its errors were told.</summary>
    public static PddlTask? Read(TaskFiles files, bool strict, bool json, Terminal terminal)
    {
        var read = PddlReader.ReadTask(
            InputFile.Read(files.Domain), files.Domain, InputFile.Read(files.Problem), files.Problem, new PddlReaderOptions { Strict = strict });
        if (read.Value is null)
        {
            DiagnosticOutput.Write(terminal, read.Diagnostics, json, ExitCode.BadFile);
        }
        else
        {
            DiagnosticOutput.WriteText(terminal.Error, read.Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning));
        }

        return read.Value;
    }
}
