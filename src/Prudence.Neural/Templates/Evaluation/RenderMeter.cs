using System.Runtime.CompilerServices;

namespace Prudence.Neural.Templates.Evaluation;

/// <summary>Counts what rendering takes, and stops it at its limits.</summary>
internal sealed class RenderMeter(TemplateLimits limits, CancellationToken cancellation)
{
    private const int CharactersPerStep = 16;
    private const int StepsPerPoll = 1024;
    private long steps;
    private long nextPoll = StepsPerPoll;

    /// <summary>Where rendering is, for messages.</summary>
    public SourcePosition Position { get; set; } = new(1, 1);

    /// <summary>Counts steps.</summary>
    public void Step(long count = 1)
    {
        steps += count;
        if (steps > limits.Steps)
        {
            throw Wrong($"more than {limits.Steps} steps: the template does not end, or the conversation is too long for the limit");
        }

        if (steps >= nextPoll)
        {
            cancellation.ThrowIfCancellationRequested();
            nextPoll = steps + StepsPerPoll;
        }
    }

    /// <summary>Counts the making of a text of so many characters.</summary>
    public void Text(long length)
    {
        CheckLength(length);
        Step(length / CharactersPerStep);
    }

    /// <summary>Stops where a text that is being made is too long.</summary>
    public void CheckLength(long length)
    {
        if (length > limits.TextLength)
        {
            throw Wrong($"a text is longer than {limits.TextLength} characters");
        }
    }

    /// <summary>The depth of macros and loops, one more.</summary>
    public int Deeper(int depth) => depth < limits.Depth ? depth + 1 : throw Wrong($"macros and loops are nested deeper than {limits.Depth}");

    /// <summary>Stops where values or macros are nested too deeply for the stack.</summary>
    public void CheckStack()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw Wrong("values or expressions are nested too deeply");
        }
    }

    public ChatTemplateException Wrong(string what) => new(Position, what);
}
