using Microsoft.Extensions.AI;

namespace Prudence.Budgeting.Metering;

/// <summary>One call on its way: holds its worst case, watches what comes back, and settles once, however it ends.</summary>
internal sealed class MeteredCall
{
    private readonly MeteredRequest request;
    private readonly MeteringOptions options;
    private readonly CallBound bound;
    private readonly Reservation hold;
    private readonly CallTelemetry telemetry;
    private readonly UsageReports reports = new();
    private Task<Charge>? ending;
    private Exception? failure;
    private bool hasUpdates;
    private bool isFinished;
    private bool hasEnded;
    private ChatResponseUpdate? last;

    private MeteredCall(MeteredRequest request, MeteringOptions options, CallBound bound, Reservation hold)
    {
        (this.request, this.options, this.bound, this.hold) = (request, options, bound, hold);
        telemetry = CallTelemetry.Begin(request, options.Clock);
    }

    private string? AnsweredBy { get; set; }

    public static async ValueTask<(MeteredCall? Call, CallRefusal? Refusal)> BeginAsync(
        MeteredRequest request, MeteringOptions options, CancellationToken cancellation)
    {
        var (bound, refusal) = CallBound.Of(request, options);
        if (bound is not null)
        {
            var held = await request.Budget.ReserveAsync(bound.Cost, request.Purpose, cancellation).ConfigureAwait(false);
            if (held.IsGranted)
            {
                return (new MeteredCall(request, options, bound, held.Reservation), null);
            }

            refusal = RefusalAdvice.Of(request, options, bound.Usage, held.Refusal);
        }

        CallTelemetry.Refused(request, refusal!);
        return (null, refusal);
    }

    /// <summary>Waits for a whole answer.</summary>
    public async Task<ChatResponse> RunAsync(Func<Task<ChatResponse>> send)
    {
        try
        {
            var response = await send().ConfigureAwait(false);
            reports.Add(response);
            (AnsweredBy, isFinished, hasEnded) = (response.ModelId, true, true);
            telemetry.Answered(response.ModelId, response.ResponseId, response.FinishReason);
            return response;
        }
        catch (Exception exception)
        {
            failure = exception;
            await EndAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Begins a stream; a client may fail there already.</summary>
    public IAsyncEnumerable<ChatResponseUpdate> Start(Func<IAsyncEnumerable<ChatResponseUpdate>> send)
    {
        try
        {
            return send();
        }
        catch (Exception exception)
        {
            failure = exception;
            throw;
        }
    }

    /// <summary>Takes the next update of a stream.</summary>
    public async ValueTask<bool> MoveNextAsync(IAsyncEnumerator<ChatResponseUpdate> updates)
    {
        try
        {
            if (!await updates.MoveNextAsync().ConfigureAwait(false))
            {
                hasEnded = true;
                return false;
            }
        }
        catch (Exception exception)
        {
            failure = exception;
            throw;
        }

        last = updates.Current;
        hasUpdates = true;
        reports.Add(last);
        AnsweredBy = last.ModelId ?? AnsweredBy;
        isFinished |= last.FinishReason is not null;
        telemetry.Answered(last.ModelId, last.ResponseId, last.FinishReason);
        return true;
    }

    /// <summary>What a metered stream ends with.</summary>
    public ChatResponseUpdate LastUpdate(Charge charge) => new()
    {
        Role = last?.Role,
        ResponseId = last?.ResponseId,
        MessageId = last?.MessageId,
        ConversationId = last?.ConversationId,
        ModelId = last?.ModelId,
        CreatedAt = last?.CreatedAt,
        AdditionalProperties = new() { [ChargeExtensions.Key] = charge },
    };

    /// <summary>Settles; asked again, gives the same charge. One after the other, as streams are read.</summary>
    public Task<Charge> EndAsync() => ending ??= SettleAsync();

    private async Task<Charge> SettleAsync()
    {
        try
        {
            var charge = failure is not null && !hasUpdates && options.IsFree(failure) ? await GiveBackAsync().ConfigureAwait(false) : await ChargeAsync().ConfigureAwait(false);
            telemetry.Charged(charge);
            options.OnCharged?.Invoke(charge);
            return charge;
        }
        finally
        {
            telemetry.End(failure);
        }
    }

    private async Task<Charge> GiveBackAsync()
    {
        await hold.ReleaseAsync().ConfigureAwait(false);
        return ChargeOf(Cost.Zero, new UsageVerdict(new(), ChargeMarks.Free));
    }

    private async Task<Charge> ChargeAsync()
    {
        // Without a reason for its end an answer was cut, whatever is reported: the client of Anthropic then reports all input and one token of output.
        var isComplete = isFinished && (hasEnded || reports.IsReportedAtEnd);
        var verdict = UsageVerdict.Of(reports, bound.Usage, isComplete);
        var price = request.Price(verdict.Usage, AnsweredBy);
        var money = price.Breakdown?.Total ?? new Money(bound.Cost[Resource.Money]);
        var marks = verdict.Marks | (price.IsPriced ? ChargeMarks.None : ChargeMarks.NotPriced);
        var amounts = Cost.Zero
            .With(Resource.ModelCalls, 1)
            .With(Resource.InputTokens, verdict.Usage.InputTokens)
            .With(Resource.CachedReadTokens, verdict.Usage.CachedReadTokens)
            .With(Resource.CachedWriteTokens, verdict.Usage.CachedWriteTokens)
            .With(Resource.OutputTokens, verdict.Usage.OutputTokens)
            .With(Resource.ReasoningTokens, verdict.Usage.ReasoningTokens)
            .With(money);
        var settlement = await hold.SettleAsync(amounts).ConfigureAwait(false);
        marks |= settlement.Kind switch
        {
            SettlementKind.Overrun => ChargeMarks.Overrun,
            SettlementKind.AfterExpiry => ChargeMarks.AfterExpiry,
            _ => ChargeMarks.None,
        };
        return ChargeOf(amounts, verdict with { Marks = marks });
    }

    private Charge ChargeOf(Cost amounts, UsageVerdict verdict) => new()
    {
        Scope = request.Budget.Path,
        Purpose = request.Purpose,
        Model = AnsweredBy ?? request.Model,
        Held = bound.Cost,
        Amounts = amounts,
        Usage = verdict.Usage,
        Marks = verdict.Marks,
    };
}
