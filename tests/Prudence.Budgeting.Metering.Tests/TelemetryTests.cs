using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.AI;
using Prudence.Testing;
using static Prudence.Budgeting.Metering.Tests.Meters;

namespace Prudence.Budgeting.Metering.Tests;

/// <summary>Looks only at calls for a purpose of its own: other tests make calls at the same time.</summary>
public sealed class TelemetryTests : IDisposable
{
    private readonly string purpose = $"telemetry-{Guid.NewGuid()}";
    private readonly ConcurrentQueue<Activity> spans = new();
    private readonly ConcurrentQueue<(string Name, double Value, KeyValuePair<string, object?>[] Tags)> measurements = new();
    private readonly ActivityListener activities;
    private readonly MeterListener meters = new();

    public TelemetryTests()
    {
        activities = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == MeteringTelemetry.Name,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                if (Equals(span.GetTagItem("prudence.budget.purpose"), purpose))
                {
                    spans.Enqueue(span);
                }
            },
        };
        ActivitySource.AddActivityListener(activities);
        meters.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == MeteringTelemetry.Name)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        meters.Start();
    }

    public void Dispose()
    {
        activities.Dispose();
        meters.Dispose();
    }

    [Fact]
    public async Task A_call_is_a_span_with_tokens_and_costs()
    {
        using var client = Metered(Purse(), ScriptedAnswer.Saying("8,849 m").Using(20, 7, cached: 8, reasoning: 2));

        await ReadAsync(client.GetStreamingResponseAsync(Question, new ChatOptions().WithPurpose(purpose)));

        var span = Assert.Single(spans);
        Assert.Equal((ActivityKind.Client, "chat gpt-4o"), (span.Kind, span.DisplayName));
        Assert.Equal("openai", span.GetTagItem("gen_ai.provider.name"));
        Assert.Equal("gpt-4o", span.GetTagItem("gen_ai.response.model"));
        Assert.Equal(["stop"], (string[])span.GetTagItem("gen_ai.response.finish_reasons")!);
        Assert.Equal([20L, 7L, 8L, 2L], new[] { "input_tokens", "output_tokens", "cache_read.input_tokens", "reasoning.output_tokens" }.Select(name => span.GetTagItem($"gen_ai.usage.{name}")));
        Assert.Equal(NanoDollars(20, 7, cached: 8), span.GetTagItem("prudence.cost.nano_dollars"));
        Assert.Equal("team", span.GetTagItem("prudence.budget.scope"));
        Assert.DoesNotContain(span.TagObjects, static tag => tag.Value is string text && text.Contains("mountain", StringComparison.Ordinal));
        Assert.Equal([20d, 7d], Measured("gen_ai.client.token.usage"));
        Assert.Equal([NanoDollars(20, 7, cached: 8)], Measured("prudence.client.cost"));
        Assert.Single(Measured("gen_ai.client.operation.duration"));
    }

    [Fact]
    public async Task A_failure_has_its_type()
    {
        using var client = Metered(Purse(), ScriptedAnswer.Failing(static () => new IOException("the secret is sk-123")));

        await Assert.ThrowsAsync<IOException>(() => client.GetResponseAsync(Question, new ChatOptions().WithPurpose(purpose)));

        var span = Assert.Single(spans);
        Assert.Equal((ActivityStatusCode.Error, "System.IO.IOException"), (span.Status, span.GetTagItem("error.type")));
        Assert.DoesNotContain(span.TagObjects, static tag => tag.Value is string text && text.Contains("sk-123", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Refusals_and_overruns_are_counted()
    {
        using var client = Metered(Purse(), ScriptedAnswer.Saying("high").Using(20, 200));

        await client.TryGetResponseAsync(Question, new ChatOptions { MaxOutputTokens = 10 }.WithPurpose(purpose));
        await client.TryGetResponseAsync(Question, new ChatOptions { MaxOutputTokens = 1_000_000 }.WithPurpose(purpose));

        Assert.Single(Measured("prudence.client.overruns"));
        Assert.Single(Measured("prudence.client.refusals"));
        Assert.Single(spans);
    }

    private IEnumerable<double> Measured(string instrument) => measurements.Where(measurement => measurement.Name == instrument).Select(static measurement => measurement.Value);

    private void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (var tag in tags)
        {
            if (tag.Key == "prudence.budget.purpose" && Equals(tag.Value, purpose))
            {
                measurements.Enqueue((instrument.Name, value, tags.ToArray()));
            }
        }
    }
}
