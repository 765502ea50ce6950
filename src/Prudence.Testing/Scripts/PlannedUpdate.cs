namespace Prudence.Testing;

/// <summary>An update as the script wants it: a piece, the finish reason, reports of usage.</summary>
internal sealed record PlannedUpdate(ScriptedPiece? Piece, bool IsFinish, IReadOnlyList<UsageReport> Reports)
{
    /// <summary>Lays an answer out into updates.</summary>
    public static IReadOnlyList<PlannedUpdate> Plan(ScriptedAnswer answer)
    {
        var plan = new List<PlannedUpdate>(answer.Pieces.Count + 2);
        plan.AddRange(Alone(answer, UsagePlacement.Start));
        for (var i = 0; i < answer.Pieces.Count; i++)
        {
            var isLast = i == answer.Pieces.Count - 1;
            plan.Add(new(answer.Pieces[i], false, [.. At(answer, UsagePlacement.WithEveryPiece), .. isLast ? At(answer, UsagePlacement.WithLastPiece) : []]));
        }

        List<UsageReport> atFinish = [.. At(answer, UsagePlacement.WithFinish)];
        if (answer.FinishReason is not null || atFinish.Count > 0)
        {
            plan.Add(new(null, true, atFinish));
        }

        plan.AddRange(Alone(answer, UsagePlacement.End));
        return plan;
    }

    private static IEnumerable<UsageReport> At(ScriptedAnswer answer, UsagePlacement placement) =>
        answer.UsageReports.Where(report => report.Placement == placement);

    private static IEnumerable<PlannedUpdate> Alone(ScriptedAnswer answer, UsagePlacement placement) =>
        At(answer, placement).Select(static report => new PlannedUpdate(null, false, [report]));
}
