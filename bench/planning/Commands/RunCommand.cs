using System.CommandLine;
using System.Globalization;
using Prudence.Bench.Planning.Results;
using Prudence.Bench.Planning.Running;
using Prudence.Bench.Planning.Sampling;

namespace Prudence.Bench.Planning.Commands;

/// <summary><c>run</c>: runs a planner on a sample; call it again to go on where it stopped.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var planner = new Option<string>("--planner") { Description = "prudence or external.", DefaultValueFactory = static _ => "prudence" };
        planner.AcceptOnlyFromAmong("prudence", "external");
        var config = new Option<string>("--config") { Description = "Preset of Prudence, or named configuration of the external planner.", Required = true };
        var search = new Option<string?>("--search") { Description = "Search string for a configuration that has no name." };
        var path = new Option<string?>("--program", "--peer") { Description = "The planner's program (Prudence: the launcher; external: a Fast Downward driver)." };
        var sample = new Option<string>("--sample") { Description = "A sample written by `draw`.", Required = true };
        var output = new Option<string>("--out") { Description = "The result file (JSON lines); finished tasks are skipped.", Required = true };
        var seconds = new Option<double>("--cpu-limit") { Description = "CPU seconds per task, all processes together.", DefaultValueFactory = static _ => 30 };
        var memory = new Option<string>("--memory") { Description = "Resident memory per task.", DefaultValueFactory = static _ => "4GiB" };
        var core = new Option<int?>("--core") { Description = "The core to run on; the last one if not given." };
        var data = new Option<string?>("--data") { Description = "The directory with ipc and ipc2023-learning." };
        var command = new Command("run", "Run a planner on a sample, one task after the other.")
        {
            planner, config, search, path, sample, output, seconds, memory, core, data,
        };
        command.SetAction(async (arguments, cancellation) =>
        {
            var program = MakePlanner(
                arguments.GetValue(planner)!, arguments.GetValue(config)!, arguments.GetValue(search), arguments.GetValue(path));
            var limits = new ResourceLimits(
                arguments.GetValue(seconds), ParseBytes(arguments.GetValue(memory)!), arguments.GetValue(core) ?? (Environment.ProcessorCount - 1));
            var dataDirectory = BenchmarkFiles.FindDataDirectory(arguments.GetValue(data));
            var series = new Series(
                program,
                arguments.GetValue(config)!,
                limits,
                dataDirectory,
                new ResultsFile(arguments.GetValue(output)!),
                Console.Error);
            try
            {
                await series.RunAsync(Sample.Read(arguments.GetValue(sample)!), cancellation);
                return 0;
            }
            catch (OperationCanceledException)
            {
                await Console.Error.WriteLineAsync("stopped; call again to go on");
                return 21;
            }
        });
        return command;
    }

    private static PlannerProgram MakePlanner(string planner, string config, string? search, string? path) => planner == "prudence"
        ? new PrudencePlanner(path ?? "prudence", config, search is null ? [] : ["--search", search])
        : new PeerPlanner(path ?? throw new ArgumentException("pass the external planner's driver with --peer PATH"), config, search);

    /// <summary>Reads <c>4GiB</c>, <c>512MiB</c> or a plain number of bytes.</summary>
    internal static long ParseBytes(string text)
    {
        var (suffix, factor) = text switch
        {
            _ when text.EndsWith("GiB", StringComparison.OrdinalIgnoreCase) => (3, 1L << 30),
            _ when text.EndsWith("MiB", StringComparison.OrdinalIgnoreCase) => (3, 1L << 20),
            _ => (0, 1L),
        };
        return double.TryParse(text.AsSpan(0, text.Length - suffix), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number > 0
            ? (long)(number * factor)
            : throw new FormatException($"`{text}` is not an amount of memory; expected for example 4GiB or 512MiB");
    }
}
