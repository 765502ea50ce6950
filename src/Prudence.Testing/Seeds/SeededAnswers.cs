using System.Net;
using Microsoft.Extensions.AI;

namespace Prudence.Testing;

/// <summary>Draws answers from a seed. The most output that a request allows is kept, as an honest model keeps it.</summary>
internal sealed class SeededAnswers
{
    private static readonly string[] Words = ["so ", "the budget ", "holds, ", "and ", "nothing ", "is spent ", "twice. ", "Überall ", "gut ", "预算 "];
    private static readonly HttpStatusCode[] Refusals = [HttpStatusCode.TooManyRequests, HttpStatusCode.InternalServerError, HttpStatusCode.BadGateway, HttpStatusCode.ServiceUnavailable];

    private static readonly UsageDistortion[] Distortions =
        [UsageDistortion.Zero, UsageDistortion.Negative, UsageDistortion.Absurd, UsageDistortion.CachedAboveInput, UsageDistortion.Empty];

    private static readonly UsagePlacement[] Elsewhere =
        [UsagePlacement.Start, UsagePlacement.WithLastPiece, UsagePlacement.WithEveryPiece, UsagePlacement.WithFinish, UsagePlacement.ResponseOnly];

    private readonly long seed;
    private readonly AnswerProfile profile;

    public SeededAnswers(long seed, AnswerProfile profile)
    {
        profile.Check();
        (this.seed, this.profile) = (seed, profile);
    }

    public ScriptedAnswer For(ScriptedRequest request)
    {
        var draws = new SeededDraws(seed, request.Number);
        var answer = DrawBreak(ref draws, DrawReports(ref draws, DrawPieces(ref draws, request)));
        return draws.Happens(profile.IgnoredCancellations) ? answer.IgnoringCancellation() : answer;
    }

    private ScriptedAnswer DrawPieces(ref SeededDraws draws, ScriptedRequest request)
    {
        var wanted = Draw(ref draws, request);
        var room = (long)(request.Options?.MaxOutputTokens ?? int.MaxValue);
        var pieces = new List<ScriptedPiece>(wanted.Count);
        foreach (var piece in wanted.TakeWhile(piece => (room -= piece.Tokens) >= 0))
        {
            pieces.Add(piece);
        }

        var input = TokenCount.Of(request);
        var cached = draws.Happens(profile.CachedInput) ? draws.Below((int)Math.Min(input, int.MaxValue - 1) + 1) : (long?)null;
        var reasoning = pieces.Where(static piece => piece.IsReasoning).Sum(static piece => piece.Tokens);
        var answer = ScriptedAnswer.Of([.. pieces]).Using(input, pieces.Sum(static piece => piece.Tokens), cached, reasoning > 0 ? reasoning : null);
        return pieces.Count < wanted.Count ? answer.FinishingWith(ChatFinishReason.Length)
            : pieces[^1].Contents[0] is FunctionCallContent ? answer.FinishingWith(ChatFinishReason.ToolCalls) : answer;
    }

    private List<ScriptedPiece> Draw(ref SeededDraws draws, ScriptedRequest request)
    {
        var count = 1 + draws.Below(profile.MaxPieces);
        var thoughts = draws.Happens(profile.Reasoning) ? 1 + draws.Below(count) : 0;
        var pieces = new List<ScriptedPiece>(count + 1);
        for (var i = 0; i < count; i++)
        {
            var text = Words[draws.Below(Words.Length)];
            pieces.Add(Delay(ref draws, i < thoughts ? new TextReasoningContent(text) : new TextContent(text)));
        }

        List<AITool> tools = [.. request.Options?.Tools?.Where(static tool => tool is AIFunctionDeclaration) ?? []];
        if (draws.Happens(profile.ToolCalls) && tools.Count > 0)
        {
            pieces.Add(Delay(ref draws, new FunctionCallContent($"call-{request.Number}", tools[draws.Below(tools.Count)].Name)));
        }

        return pieces;
    }

    private ScriptedPiece Delay(ref SeededDraws draws, AIContent content) =>
        new([content]) { Delay = TimeSpan.FromMilliseconds(draws.Below((int)profile.MaxDelay.TotalMilliseconds + 1)) };

    private ScriptedAnswer DrawReports(ref SeededDraws draws, ScriptedAnswer answer)
    {
        var fault = draws.Which(
            profile.MissingUsage, profile.ZeroUsage, profile.NegativeUsage, profile.AbsurdUsage, profile.CachedAboveInput, profile.EmptyUsage);
        var report = fault >= 1 && fault <= Distortions.Length ? UsageReport.Wrong(Distortions[fault - 1]) : UsageReport.Truthful;
        var placement = draws.Happens(profile.UsageElsewhere) ? Elsewhere[draws.Below(Elsewhere.Length)] : UsagePlacement.End;
        var isTwice = draws.Happens(profile.UsageTwice);
        report = report.At(placement);
        return fault == 0 ? answer.Reporting() : isTwice ? answer.Reporting(report, report) : answer.Reporting(report);
    }

    private ScriptedAnswer DrawBreak(ref SeededDraws draws, ScriptedAnswer answer)
    {
        var refusal = Refusals[draws.Below(Refusals.Length)];
        var updates = 1 + draws.Below(Math.Max(1, answer.Pieces.Count));
        return draws.Which(
            profile.FailuresBeforeStart, profile.FailuresMidway, profile.FailuresBeforeUsage, profile.CutsMidway, profile.CutsBeforeUsage) switch
        {
            0 => answer.FailingAfter(0, () => new HttpRequestException($"The model is not available ({(int)refusal})", null, refusal)),
            1 => answer.FailingAfter(updates, static () => new IOException("The connection was reset")),
            2 => answer.FailingBeforeUsage(static () => new IOException("The connection was reset")),
            3 => answer.CutAfter(updates),
            4 => answer.CutBeforeUsage(),
            _ => answer,
        };
    }
}
