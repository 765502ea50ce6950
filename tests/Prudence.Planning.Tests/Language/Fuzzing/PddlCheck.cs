using Prudence.Budgeting;
using Prudence.Planning.Grounding;
using Prudence.Planning.Language;

namespace Prudence.Planning.Tests.Language.Fuzzing;

/// <summary>What must hold of any pair of texts, from reading to grounding. Counts how far the texts came.</summary>
internal sealed class PddlCheck
{
    private const double LargestGroundTask = 500;
    private static readonly RunLimits Limits = new() { Time = TimeSpan.FromMilliseconds(300), MemoryBytes = 4L << 30 };
    private int read;
    private int grounded;

    /// <summary>Texts without an error.</summary>
    public int Read => read;

    /// <summary>Texts that became a ground task.</summary>
    public int Grounded => grounded;

    public void Check(string domain, string problem)
    {
        var result = PddlReader.ReadTask(domain, "domain", problem, "problem");
        Assert.Equal(!result.Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error), result.IsSuccess);
        foreach (var diagnostic in result.Diagnostics)
        {
            AssertPlace(diagnostic, domain, problem);
        }

        if (result.Value is { } task)
        {
            Interlocked.Increment(ref read);
            foreach (var remark in PddlLinter.Lint(task.Domain, task.Problem))
            {
                AssertPlace(remark, domain, problem);
            }

            CheckRoundTrip(task);
            CheckGrounding(task, domain, problem);
        }
    }

    private static void AssertPlace(Diagnostic diagnostic, string domain, string problem)
    {
        var text = diagnostic.Position.File switch
        {
            "domain" => domain,
            "problem" => problem,
            _ => throw new InvalidOperationException($"a message without a file: {diagnostic}"),
        };
        var (line, column) = (diagnostic.Position.Line, diagnostic.Position.Column);
        var found = line < 1 ? null : DiagnosticRenderer.FindLine(text, line);
        Assert.True(found is not null && column >= 1 && column <= found.Length + 1, $"a message outside of the file: {diagnostic}");
        Assert.True(diagnostic.Message.Length is > 0 and < 2_000 && !diagnostic.Message.Contains('\n', StringComparison.Ordinal), "a message of no use");
        Assert.NotEmpty(DiagnosticRenderer.Render(diagnostic, text));
    }

    private static void CheckRoundTrip(PddlTask task)
    {
        var domain = PddlWriter.Write(task.Domain);
        var problem = PddlWriter.Write(task.Problem);
        var again = PddlReader.ReadTask(domain, "domain", problem, "problem");
        Assert.True(again.Value is not null, $"what is written does not read back: {string.Join('\n', again.Diagnostics)}");
        Assert.Equal(domain, PddlWriter.Write(again.Value.Domain));
        Assert.Equal(problem, PddlWriter.Write(again.Value.Problem));
    }

    private void CheckGrounding(PddlTask task, string domain, string problem)
    {
        using var stop = new StopSignal(Limits);
        try
        {
            var lifted = Normaliser.Normalise(task.Domain, task.Problem);
            if (GroundingEstimate.Of(lifted).UpperBound <= LargestGroundTask)
            {
                TaskBuilder.Build(task.Domain, task.Problem, GroundingOptions.Default, stop);
                Interlocked.Increment(ref grounded);
            }
        }
        catch (GroundingException exception)
        {
            AssertPlace(exception.Diagnostic, domain, problem);
        }
        catch (RunStoppedException)
        {
            // Rules may be many where actions are few: a limit is an answer.
        }
    }
}
