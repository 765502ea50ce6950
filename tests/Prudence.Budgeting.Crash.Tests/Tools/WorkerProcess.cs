using System.Diagnostics;
using Prudence.Budgeting.Crash.Tests.Worker;

namespace Prudence.Budgeting.Crash.Tests.Tools;

/// <summary>A process that works on a ledger, and what it was answered.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private static readonly string Program = typeof(WorkerProcess).Assembly.Location;

    private readonly Process process;
    private readonly List<Answer> answers = [];
    private readonly Task reading;
    private readonly Task<string> errors;
    private (int Count, TaskCompletionSource Reached) awaited = (int.MaxValue, new TaskCompletionSource());

    private WorkerProcess(string[] command, bool hasOneThread)
    {
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        if (hasOneThread)
        {
            start.Environment["DOTNET_ThreadPool_ForceMinWorkerThreads"] = "1";
            start.Environment["DOTNET_ThreadPool_ForceMaxWorkerThreads"] = "1";
        }

        process = Process.Start(start)!;
        reading = Task.Run(ReadAsync);
        errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>What it was answered, once it has ended.</summary>
    public IReadOnlyList<Answer> Answers => answers;

    /// <summary>What it said on standard error, once it has ended.</summary>
    public string Errors => errors.GetAwaiter().GetResult();

    public static WorkerProcess Traffic(LedgerSite site, string name) => new(["dotnet", Program, "traffic", site.Place, site.Schema, name], hasOneThread: false);

    /// <summary>Runs the script.</summary>
    /// <param name="site">The ledger.</param>
    /// <param name="visit">At which visit of the store it kills itself; 0 for none.</param>
    /// <param name="wrapper">A command that starts it, with its arguments. The worker then has one thread for its work, so that what it does can be counted.</param>
    public static WorkerProcess Script(LedgerSite site, int visit, params string[] wrapper) =>
        new([.. wrapper, "dotnet", Program, "script", site.Place, site.Schema, $"{visit}"], wrapper.Length > 0);

    /// <summary>Completes when it was answered so often.</summary>
    public Task WaitForAnswersAsync(int count)
    {
        lock (answers)
        {
            awaited = (count, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            Look();
            return awaited.Reached.Task;
        }
    }

    /// <summary>SIGKILL; returns when it is gone and all its answers are read.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await EndAsync();
    }

    /// <summary>Tells it that there is no more to do, and waits.</summary>
    /// <returns>How it ended: 0 done, 3 the ledger is unavailable, 137 killed.</returns>
    public async Task<int> EndAsync()
    {
        process.StandardInput.Close();
        await reading;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.Dispose();
    }

    private async Task ReadAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Answer.Read(line) is { } answer)
            {
                lock (answers)
                {
                    answers.Add(answer);
                    Look();
                }
            }
        }

        awaited.Reached.TrySetException(new InvalidOperationException("the worker ended early: " + Errors));
    }

    private void Look()
    {
        if (answers.Count >= awaited.Count)
        {
            awaited.Reached.TrySetResult();
        }
    }
}
