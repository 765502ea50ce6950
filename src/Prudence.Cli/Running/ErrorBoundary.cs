using Prudence.Budgeting;
using Prudence.Cli.Output;
using Prudence.Planning.Configuration;
using Prudence.Planning.Grounding;
using Prudence.Planning.Grounding.Encoding;
using Prudence.Planning.Heuristics;

namespace Prudence.Cli.Running;

/// <summary>Turns every exception that reaches the top into a message and an exit code.</summary>
internal sealed class ErrorBoundary(Terminal terminal, bool json, bool verbose)
{
    public async Task<int> RunAsync(Func<Task<int>> command)
    {
        try
        {
            return await command().ConfigureAwait(false);
        }
        catch (UserErrorException error)
        {
            return Tell(error, error.ExitCode, error.Message, error.Hint);
        }
        catch (GroundingException error)
        {
            DiagnosticOutput.Write(terminal, [error.Diagnostic], json, ExitCode.BadFile);
            return ExitCode.BadFile;
        }
        catch (UnstratifiableAxiomsException error)
        {
            return Tell(error, ExitCode.BadFile, error.Message, null);
        }
        catch (ConfigurationException error)
        {
            return Tell(error, ExitCode.BadConfiguration, error.Message, ConfigurationPlace.Show(error));
        }
        catch (UnsupportedTaskFeatureException error)
        {
            return Tell(error, ExitCode.BadConfiguration, error.Message.TrimEnd('.'), "choose another heuristic: prudence presets lists them");
        }
        catch (RunStoppedException error)
        {
            return Tell(error, StopExitCode.Of(error.Reason), error.Message, null);
        }
        catch (LedgerCorruptionException error)
        {
            return Tell(error, ExitCode.DamagedLedger, error.Message, null);
        }
        catch (LedgerUnavailableException error)
        {
            return Tell(error, ExitCode.UnwritableFile, error.Message, null);
        }
        catch (OperationCanceledException error)
        {
            return Tell(error, ExitCode.Interrupted, "interrupted", null);
        }
        catch (OutOfMemoryException error)
        {
            return Tell(error, ExitCode.MemoryLimit, "the machine has no memory left", "set a limit with --memory to stop in time");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Tell(error, ExitCode.UnreadableFile, error.Message, null);
        }
#pragma warning disable CA1031 // The last line of defence: whatever it is, the user gets one line and a code.
        catch (Exception error)
#pragma warning restore CA1031
        {
            return Tell(error, ExitCode.Bug, $"internal error: {error.GetType().Name}: {error.Message}", verbose ? null : "run again with --verbose for the details, and please report them");
        }
    }

    private int Tell(Exception error, int exitCode, string message, string? hint)
    {
        terminal.Error.WriteLine($"prudence: {message}");
        if (hint is not null)
        {
            terminal.Error.WriteLine($"  {hint}");
        }

        if (verbose)
        {
            terminal.Error.WriteLine(error);
        }

        if (json)
        {
            JsonOutput.Write(terminal.Out, writer =>
            {
                writer.WriteString("outcome", "error");
                writer.WriteNumber("exitCode", exitCode);
                writer.WriteString("message", message);
                JsonOutput.WriteOptional(writer, "hint", hint);
            });
        }

        return exitCode;
    }
}
