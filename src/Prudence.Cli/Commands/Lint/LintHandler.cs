using Prudence.Cli.Output;
using Prudence.Cli.Running;
using Prudence.Planning.Language;

namespace Prudence.Cli.Commands.Lint;

internal sealed class LintHandler(Terminal terminal)
{
    public int Run(string domainFile, IReadOnlyList<string> problemFiles, bool strict, bool json)
    {
        var diagnostics = Check(domainFile, problemFiles, new PddlReaderOptions { Strict = strict });
        var errors = diagnostics.Count(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        var warnings = diagnostics.Count(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning);
        var exitCode = errors == 0 ? ExitCode.Success : ExitCode.BadFile;
        if (json)
        {
            JsonOutput.Write(terminal.Out, writer =>
            {
                writer.WriteString("outcome", errors == 0 ? "good" : "error");
                writer.WriteNumber("exitCode", exitCode);
                writer.WriteNumber("errors", errors);
                writer.WriteNumber("warnings", warnings);
                DiagnosticOutput.WriteJson(writer, diagnostics);
            });
        }
        else
        {
            DiagnosticOutput.WriteText(terminal.Out, diagnostics);
            TextOutput.For(terminal).Line(
                $"{Plural(1 + problemFiles.Count, "file")}: {Plural(errors, "error")}, {Plural(warnings, "warning")}", errors == 0 ? Tone.Good : Tone.Bad);
        }

        return exitCode;
    }

    private static string Plural(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    private static List<Diagnostic> Check(string domainFile, IReadOnlyList<string> problemFiles, PddlReaderOptions options)
    {
        var domainText = InputFile.Read(domainFile);
        if (problemFiles.Count == 0)
        {
            var read = PddlReader.ReadDomain(domainText, domainFile, options);
            return [.. read.Diagnostics, .. read.Value is { } domain ? PddlLinter.Lint(domain) : []];
        }

        // The findings about the domain come with every problem; they are told once.
        return [.. problemFiles.SelectMany(problemFile => CheckTask(domainText, domainFile, problemFile, options)).Distinct()];
    }

    private static IEnumerable<Diagnostic> CheckTask(string domainText, string domainFile, string problemFile, PddlReaderOptions options)
    {
        var read = PddlReader.ReadTask(domainText, domainFile, InputFile.Read(problemFile), problemFile, options);
        return [.. read.Diagnostics, .. read.Value is { } task ? PddlLinter.Lint(task.Domain, task.Problem) : []];
    }
}
