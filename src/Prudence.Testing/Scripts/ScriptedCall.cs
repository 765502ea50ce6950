using Microsoft.Extensions.AI;

namespace Prudence.Testing;

/// <summary>One call of a scripted model: what was asked, what was to be answered, and what became of it. May be read while the call runs.</summary>
public sealed class ScriptedCall
{
    private readonly Lock gate = new();
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CallOutcome outcome;
    private int updates;
    private int pieces;
    private long tokens;
    private long reasoning;

    internal ScriptedCall(ScriptedRequest request, ScriptedAnswer answer) => (Request, Answer) = (request, answer);

    /// <summary>What was asked.</summary>
    public ScriptedRequest Request { get; }

    /// <summary>What was to be answered.</summary>
    public ScriptedAnswer Answer { get; }

    /// <summary>How it ended.</summary>
    public CallOutcome Outcome
    {
        get
        {
            lock (gate)
            {
                return outcome;
            }
        }
    }

    /// <summary>How many updates were made.</summary>
    public int Updates
    {
        get
        {
            lock (gate)
            {
                return updates;
            }
        }
    }

    /// <summary>
    /// What was used in truth up to now, whatever was reported: nothing before the first update, then the input, and the output of the pieces that were made.
    /// </summary>
    public UsageDetails Used
    {
        get
        {
            lock (gate)
            {
                return updates == 0 ? UsageCounts.Of(0, 0) : Count();
            }
        }
    }

    /// <summary>Completes when the call has ended, however that was.</summary>
    public Task Ended => ended.Task;

    /// <summary>Counts an update before it is sent, so that its report of usage can include it.</summary>
    internal UsageDetails Note(ScriptedPiece? piece)
    {
        lock (gate)
        {
            updates++;
            pieces += piece is null ? 0 : 1;
            tokens += piece?.Tokens ?? 0;
            reasoning += piece is { IsReasoning: true } ? piece.Tokens : 0;
            return Count();
        }
    }

    internal void End(CallOutcome how)
    {
        lock (gate)
        {
            if (outcome != CallOutcome.Running)
            {
                return;
            }

            outcome = how;
        }

        ended.TrySetResult();
    }

    private UsageDetails Count()
    {
        var isWhole = pieces == Answer.Pieces.Count;
        return Answer.Use switch
        {
            null => UsageCounts.Of(TokenCount.Of(Request), tokens, reasoning: reasoning > 0 ? reasoning : null),
            { } use when isWhole => UsageCounts.Copy(use),
            { } use => UsageCounts.Of(UsageCounts.Input(use), Math.Min(tokens, UsageCounts.Output(use)), use.CachedInputTokenCount),
        };
    }
}
