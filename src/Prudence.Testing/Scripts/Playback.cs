using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Prudence.Testing;

/// <summary>Plays one answer.</summary>
internal sealed class Playback(ScriptedCall call, ScriptedChatClientOptions options)
{
    private readonly ScriptedAnswer answer = call.Answer;
    private readonly IReadOnlyList<PlannedUpdate> plan = PlannedUpdate.Plan(call.Answer);

    public async IAsyncEnumerable<ChatResponseUpdate> StreamAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var heeded = answer.HeedsCancellation ? cancellation : CancellationToken.None;
        try
        {
            for (var i = 0; i <= plan.Count; i++)
            {
                if (Breaks(i))
                {
                    await BreakAsync(cancellation).ConfigureAwait(false);
                    yield break;
                }

                if (i < plan.Count)
                {
                    await WaitAsync(plan[i].Piece, heeded).ConfigureAwait(false);
                    yield return Make(plan[i]);
                }
            }

            call.End(CallOutcome.Completed);
        }
        finally
        {
            call.End(CallOutcome.Abandoned);
        }
    }

    /// <summary>Gathers the updates into one response, whose usage is the last report of all.</summary>
    public async Task<ChatResponse> RespondAsync(CancellationToken cancellation)
    {
        var updates = new List<ChatResponseUpdate>(plan.Count);
        await foreach (var update in StreamAsync(cancellation).ConfigureAwait(false))
        {
            update.Contents = [.. update.Contents.Where(static content => content is not UsageContent)];
            updates.Add(update);
        }

        if (call.Outcome == CallOutcome.Cut)
        {
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "The response ended before it was complete (as the script says)");
        }

        var response = updates.ToChatResponse();
        response.Usage = answer.UsageReports is [.., var last] ? last.Render(call.Used) : null;
        return response;
    }

    private bool Breaks(int index) => answer.Break is { } stop
        && index == Math.Min(stop.AfterUpdates ?? FirstReport(), plan.Count)
        && (index < plan.Count || stop.Kind != BreakKind.Cut);

    private int FirstReport() => plan.TakeWhile(static update => update.Reports.Count == 0).Count();

    private async Task BreakAsync(CancellationToken cancellation)
    {
        var stop = answer.Break!;
        if (stop.Kind == BreakKind.Failure)
        {
            call.End(CallOutcome.Failed);
            throw stop.Error!();
        }

        if (stop.Kind == BreakKind.Silence)
        {
            await GuardAsync(Task.Delay(Timeout.Infinite, cancellation)).ConfigureAwait(false);
        }

        call.End(CallOutcome.Cut);
    }

    private async Task WaitAsync(ScriptedPiece? piece, CancellationToken heeded)
    {
        if (heeded.IsCancellationRequested)
        {
            await GuardAsync(Task.FromCanceled(heeded)).ConfigureAwait(false);
        }

        if (piece?.Gate is { } gate)
        {
            await GuardAsync(gate.WaitAsync(heeded)).ConfigureAwait(false);
        }

        if (piece is { Delay.Ticks: > 0 })
        {
            await (options.Clock is { } clock ? GuardAsync(Task.Delay(piece.Delay, clock, heeded)) : YieldAsync()).ConfigureAwait(false);
        }
    }

    // Without a clock time passes at once, but other calls get their turn as they would.
    private static async Task YieldAsync() => await Task.Yield();

    private async Task GuardAsync(Task wait)
    {
        try
        {
            await wait.ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            call.End(exception is OperationCanceledException ? CallOutcome.Cancelled : CallOutcome.Failed);
            throw;
        }
    }

    private ChatResponseUpdate Make(PlannedUpdate planned)
    {
        var used = call.Note(planned.Piece);
        return new ChatResponseUpdate
        {
            Role = ChatRole.Assistant,
            ResponseId = $"response-{call.Request.Number}",
            MessageId = $"message-{call.Request.Number}",
            ModelId = call.Request.Options?.ModelId ?? options.ModelId,
            CreatedAt = options.Clock?.GetUtcNow(),
            FinishReason = planned.IsFinish ? answer.FinishReason : null,
            Contents = [.. planned.Piece?.Contents ?? [], .. planned.Reports.Select(report => new UsageContent(report.Render(used)))],
        };
    }
}
