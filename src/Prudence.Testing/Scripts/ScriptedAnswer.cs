using Microsoft.Extensions.AI;

namespace Prudence.Testing;

/// <summary>
/// What a scripted model answers, piece by piece, with everything that can go wrong on the way. Answers do not change: each method makes another
/// one. An answer that says nothing of usage reports it truthfully at the end.
/// </summary>
public sealed record ScriptedAnswer
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(40);

    /// <summary>What the updates carry, in order.</summary>
    public IReadOnlyList<ScriptedPiece> Pieces { get; private init; } = [];

    /// <summary>The reports of usage, in order.</summary>
    public IReadOnlyList<UsageReport> UsageReports { get; private init; } = [UsageReport.Truthful];

    /// <summary>Why the answer ends; null if it does not say.</summary>
    public ChatFinishReason? FinishReason { get; private init; } = ChatFinishReason.Stop;

    /// <summary>Where it stops before its end; null if it does not.</summary>
    public AnswerBreak? Break { get; private init; }

    /// <summary>Whether the model heeds the caller's cancellation. Silence ends with it in any case.</summary>
    public bool HeedsCancellation { get; private init; } = true;

    /// <summary>What the whole answer uses; null if it is counted from the request and the pieces.</summary>
    public UsageDetails? Use { get; private init; }

    /// <summary>An answer of text; each piece is an update.</summary>
    /// <param name="pieces">The text in pieces.</param>
    public static ScriptedAnswer Saying(params ReadOnlySpan<string> pieces) => new ScriptedAnswer().ThenSaying(pieces);

    /// <summary>An answer that calls a tool.</summary>
    /// <param name="tool">The name of the tool.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="callId">The identity of the call.</param>
    public static ScriptedAnswer Calling(string tool, IReadOnlyDictionary<string, object?>? arguments = null, string callId = "call-1") =>
        new ScriptedAnswer().ThenCalling(tool, arguments, callId);

    /// <summary>An answer of any contents; each piece is an update.</summary>
    /// <param name="pieces">The pieces.</param>
    public static ScriptedAnswer Of(params ReadOnlySpan<ScriptedPiece> pieces) => new ScriptedAnswer().Then(pieces);

    /// <summary>An error before anything else.</summary>
    /// <param name="error">Makes the exception.</param>
    public static ScriptedAnswer Failing(Func<Exception> error) => new ScriptedAnswer().FailingAfter(0, error);

    /// <summary>No answer at all, until the caller cancels.</summary>
    public static ScriptedAnswer Silent() => new ScriptedAnswer().SilentAfter(0);

    /// <summary>Adds pieces of text.</summary>
    /// <param name="pieces">The text in pieces.</param>
    public ScriptedAnswer ThenSaying(params ReadOnlySpan<string> pieces) => Then(Each(pieces, static piece => new TextContent(piece)));

    /// <summary>Adds pieces of reasoning.</summary>
    /// <param name="pieces">The reasoning in pieces.</param>
    public ScriptedAnswer ThenReasoning(params ReadOnlySpan<string> pieces) => Then(Each(pieces, static piece => new TextReasoningContent(piece)));

    /// <summary>Adds a call of a tool, for which the answer then ends.</summary>
    /// <param name="tool">The name of the tool.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="callId">The identity of the call.</param>
    public ScriptedAnswer ThenCalling(string tool, IReadOnlyDictionary<string, object?>? arguments = null, string callId = "call-1")
    {
        ArgumentException.ThrowIfNullOrEmpty(tool);
        var call = new FunctionCallContent(callId, tool, arguments is null ? null : new Dictionary<string, object?>(arguments));
        return Then(new ScriptedPiece([call])) with { FinishReason = ChatFinishReason.ToolCalls };
    }

    /// <summary>Adds pieces.</summary>
    /// <param name="pieces">The pieces.</param>
    public ScriptedAnswer Then(params ReadOnlySpan<ScriptedPiece> pieces) => this with { Pieces = [.. Pieces, .. pieces] };

    /// <summary>Sets why the answer ends.</summary>
    /// <param name="reason">The reason; null if the answer shall not say.</param>
    public ScriptedAnswer FinishingWith(ChatFinishReason? reason) => this with { FinishReason = reason };

    /// <summary>Sets the reports of usage in place of those before. Without any, the answer says nothing of usage.</summary>
    /// <param name="reports">The reports, in order.</param>
    public ScriptedAnswer Reporting(params ReadOnlySpan<UsageReport> reports) => this with { UsageReports = [.. reports] };

    /// <summary>Sets what the whole answer uses, whatever its reports say.</summary>
    /// <param name="input">Tokens of input, cached ones included.</param>
    /// <param name="output">Tokens of output, reasoning included.</param>
    /// <param name="cached">Tokens of input that were read from a cache.</param>
    /// <param name="reasoning">Tokens of reasoning.</param>
    public ScriptedAnswer Using(long input, long output, long? cached = null, long? reasoning = null) =>
        this with { Use = UsageCounts.Of(input, output, cached, reasoning) };

    /// <summary>Makes every piece so far take time.</summary>
    /// <param name="delay">The time for each.</param>
    public ScriptedAnswer Delayed(TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(delay, LongestDelay);
        return this with { Pieces = [.. Pieces.Select(piece => piece with { Delay = delay })] };
    }

    /// <summary>Makes the first piece wait, so that a test decides when the answer begins.</summary>
    /// <param name="gate">What it waits for.</param>
    /// <exception cref="InvalidOperationException">There is no piece yet.</exception>
    public ScriptedAnswer WaitingFor(Task gate)
    {
        ArgumentNullException.ThrowIfNull(gate);
        return Pieces.Count > 0
            ? this with { Pieces = [Pieces[0] with { Gate = gate }, .. Pieces.Skip(1)] }
            : throw new InvalidOperationException("An answer without pieces has nothing that could wait: say something first");
    }

    /// <summary>Cuts the stream: it ends without a finish reason. A buffered response fails with an <see cref="HttpRequestException"/>.</summary>
    /// <param name="updates">After how many updates, counting those that carry usage or the finish reason.</param>
    public ScriptedAnswer CutAfter(int updates) => Breaking(BreakKind.Cut, updates, null);

    /// <summary>Cuts the stream where the first report of usage would come.</summary>
    public ScriptedAnswer CutBeforeUsage() => Breaking(BreakKind.Cut, null, null);

    /// <summary>Fails in the middle.</summary>
    /// <param name="updates">After how many updates, counting those that carry usage or the finish reason.</param>
    /// <param name="error">Makes the exception.</param>
    public ScriptedAnswer FailingAfter(int updates, Func<Exception> error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return Breaking(BreakKind.Failure, updates, error);
    }

    /// <summary>Fails where the first report of usage would come.</summary>
    /// <param name="error">Makes the exception.</param>
    public ScriptedAnswer FailingBeforeUsage(Func<Exception> error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return Breaking(BreakKind.Failure, null, error);
    }

    /// <summary>Says no more until the caller cancels.</summary>
    /// <param name="updates">After how many updates, counting those that carry usage or the finish reason.</param>
    public ScriptedAnswer SilentAfter(int updates) => Breaking(BreakKind.Silence, updates, null);

    /// <summary>Goes on when the caller cancels.</summary>
    public ScriptedAnswer IgnoringCancellation() => this with { HeedsCancellation = false };

    private static ScriptedPiece[] Each(ReadOnlySpan<string> texts, Func<string, AIContent> content)
    {
        var pieces = new ScriptedPiece[texts.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            pieces[i] = new ScriptedPiece([content(texts[i])]);
        }

        return pieces;
    }

    private ScriptedAnswer Breaking(BreakKind kind, int? updates, Func<Exception>? error)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(updates ?? 0, nameof(updates));
        return this with { Break = new AnswerBreak(kind, updates, error) };
    }
}
