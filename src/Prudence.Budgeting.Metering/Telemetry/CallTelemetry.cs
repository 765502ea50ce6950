using System.Diagnostics;
using Microsoft.Extensions.AI;

namespace Prudence.Budgeting.Metering;

/// <summary>
/// The span and the measurements of one call, after OpenTelemetry's conventions for generative AI; what is Prudence's own is named <c>prudence.*</c>.
/// Neither prompts nor answers are recorded.
/// </summary>
internal sealed class CallTelemetry
{
    private readonly Activity? activity;
    private readonly MeteredRequest request;
    private readonly TimeProvider clock;
    private readonly long started;

    private CallTelemetry(MeteredRequest request, TimeProvider clock)
    {
        (this.request, this.clock, started) = (request, clock, clock.GetTimestamp());
        activity = MeteringTelemetry.Source.StartActivity(request.Model is null ? "chat" : $"chat {request.Model}", ActivityKind.Client);
        activity?.SetTag("gen_ai.operation.name", "chat")
            .SetTag("gen_ai.provider.name", request.ProviderName)
            .SetTag("gen_ai.request.model", request.Model)
            .SetTag("gen_ai.request.max_tokens", request.MaxOutputTokens)
            .SetTag("prudence.budget.scope", request.Budget.Path)
            .SetTag("prudence.budget.purpose", request.Purpose);
    }

    public static CallTelemetry Begin(MeteredRequest request, TimeProvider clock) => new(request, clock);

    public static void Refused(MeteredRequest request, CallRefusal refusal)
    {
        var tags = Tags(request);
        tags.Add("prudence.refusal.kind", refusal.Kind.ToString());
        MeteringTelemetry.Refusals.Add(1, tags);
    }

    public void Answered(string? model, string? id, ChatFinishReason? reason)
    {
        if (activity is null)
        {
            return;
        }

        Set("gen_ai.response.model", model);
        Set("gen_ai.response.id", id);
        if (reason is { } finish)
        {
            activity.SetTag("gen_ai.response.finish_reasons", new[] { finish.Value });
        }
    }

    public void Charged(Charge charge)
    {
        var usage = charge.Usage;
        activity?.SetTag("gen_ai.usage.input_tokens", usage.InputTokens)
            .SetTag("gen_ai.usage.output_tokens", usage.OutputTokens)
            .SetTag("gen_ai.usage.cache_read.input_tokens", usage.CachedReadTokens)
            .SetTag("gen_ai.usage.cache_creation.input_tokens", usage.CachedWriteTokens)
            .SetTag("gen_ai.usage.reasoning.output_tokens", usage.ReasoningTokens)
            .SetTag("prudence.cost.nano_dollars", charge.Amounts[Resource.Money])
            .SetTag("prudence.cost.held_nano_dollars", charge.Held[Resource.Money])
            .SetTag("prudence.charge.marks", charge.Marks.ToString());
        var tags = Tags(request);
        Record(tags, "input", usage.InputTokens);
        Record(tags, "output", usage.OutputTokens);
        MeteringTelemetry.Spent.Add(charge.Amounts[Resource.Money], tags);
        if (charge.Marks.HasFlag(ChargeMarks.Overrun))
        {
            MeteringTelemetry.Overruns.Add(1, tags);
        }
    }

    public void End(Exception? failure)
    {
        var tags = Tags(request);
        if (failure is not null)
        {
            var type = failure.GetType().FullName;
            tags.Add("error.type", type);
            activity?.SetTag("error.type", type).SetStatus(ActivityStatusCode.Error);
        }

        MeteringTelemetry.Duration.Record(clock.GetElapsedTime(started).TotalSeconds, tags);
        activity?.Dispose();
    }

    private static TagList Tags(MeteredRequest request) => new()
    {
        { "gen_ai.operation.name", "chat" },
        { "gen_ai.provider.name", request.ProviderName },
        { "gen_ai.request.model", request.Model },
        { "prudence.budget.purpose", request.Purpose },
    };

    private static void Record(TagList tags, string type, long tokens)
    {
        if (tokens > 0)
        {
            tags.Add("gen_ai.token.type", type);
            MeteringTelemetry.Tokens.Record(tokens, tags);
        }
    }

    private void Set(string name, string? value)
    {
        if (value is not null)
        {
            activity!.SetTag(name, value);
        }
    }
}
