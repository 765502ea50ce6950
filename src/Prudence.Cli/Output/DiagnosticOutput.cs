using System.Text.Json;
using Prudence.Cli.Running;
using Prudence.Planning.Language;

namespace Prudence.Cli.Output;

/// <summary>Shows what is wrong with PDDL files: to people with the line in question, to programs as JSON.</summary>
internal static class DiagnosticOutput
{
    /// <summary>Writes diagnostics that end a command: to standard error, and under <c>--json</c> also as the one object.</summary>
    public static void Write(Terminal terminal, IReadOnlyList<Diagnostic> diagnostics, bool json, int exitCode)
    {
        WriteText(terminal.Error, diagnostics);
        if (json)
        {
            JsonOutput.Write(terminal.Out, writer =>
            {
                writer.WriteString("outcome", "error");
                writer.WriteNumber("exitCode", exitCode);
                writer.WriteString("message", diagnostics.FirstOrDefault(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)?.ToString() ?? "the files contain errors");
                WriteJson(writer, diagnostics);
            });
        }
    }

    public static void WriteText(TextWriter writer, IEnumerable<Diagnostic> diagnostics)
    {
        var sources = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var diagnostic in diagnostics)
        {
            var file = diagnostic.Position.File;
            if (!sources.TryGetValue(file, out var source))
            {
                sources.Add(file, source = File.Exists(file) ? File.ReadAllText(file) : null);
            }

            writer.WriteLine(DiagnosticRenderer.Render(diagnostic, source));
        }
    }

    public static void WriteJson(Utf8JsonWriter writer, IEnumerable<Diagnostic> diagnostics)
    {
        writer.WriteStartArray("diagnostics");
        foreach (var diagnostic in diagnostics)
        {
            writer.WriteStartObject();
            writer.WriteString("severity", diagnostic.Severity.ToString().ToLowerInvariant());
            writer.WriteString("code", diagnostic.Code);
            writer.WriteString("file", diagnostic.Position.File);
            writer.WriteNumber("line", diagnostic.Position.Line);
            writer.WriteNumber("column", diagnostic.Position.Column);
            writer.WriteString("message", diagnostic.Message);
            JsonOutput.WriteOptional(writer, "hint", diagnostic.Hint);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
