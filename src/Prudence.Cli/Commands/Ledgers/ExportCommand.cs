using System.CommandLine;
using Prudence.Cli.Help;
using Prudence.Cli.Ledgers;
using Prudence.Cli.Ledgers.Export;
using Prudence.Cli.Running;

namespace Prudence.Cli.Commands.Ledgers;

/// <summary><c>prudence ledger export</c>: the entries in a format that other programs read.</summary>
internal static class ExportCommand
{
    private static readonly string[] Formats = ["csv", "jsonl", "otlp"];

    public static Command Create(Terminal terminal)
    {
        var options = new LedgerSelection();
        var format = new Option<string>("--format")
        {
            Description = "csv for spreadsheets, jsonl for programs (a JSON object a line), otlp for the OpenTelemetry collector (a span for each hold that ended).",
            HelpName = "FORMAT",
            Required = true,
        };
        format.CompletionSources.Add(Formats);
        var file = new Option<string?>("--out", "-o") { Description = "Write to FILE, whole or not at all, instead of standard output.", HelpName = "FILE" };
        var command = new Command("export", "Write the entries in a format that other programs read, checking the chain on the way.")
        {
            options.Ledger, format, file, options.Scope, options.Since, options.Until,
        }.WithExamples(
            new("a month for a spreadsheet", "prudence ledger export --ledger costs.db --format csv --since 2026-03-01 --until 2026-04-01 --out march.csv"),
            new("everything, for a program", "prudence ledger export --ledger costs.db --format jsonl --out costs.jsonl"),
            new("spans for the collector", "prudence ledger export --ledger costs.db --format otlp --out spans.jsonl"));
        command.SetAction((result, cancellation) => new ExportHandler(terminal, TimeProvider.System).RunAsync(
            options.Location(result), Export(result.GetRequiredValue(format)), result.GetValue(file), result.GetValue(options.Scope), options.Range(result), cancellation));
        return command;
    }

    private static Func<TextWriter, ILedgerExport> Export(string format) => format switch
    {
        "csv" => static writer => new CsvExport(writer),
        "jsonl" => static writer => new JsonLinesExport(writer),
        "otlp" => static writer => new TraceExport(writer),
        _ => throw new UserErrorException(
            ExitCode.BadCommandLine,
            $"--format: there is no format '{format}'",
            Spelling.Nearest(format, Formats) is { } near ? $"did you mean '{near}'?" : $"known: {string.Join(", ", Formats)}"),
    };
}
