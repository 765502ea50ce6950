namespace Prudence.Testing;

/// <summary>Where and how an answer stops before its end.</summary>
/// <param name="Kind">How.</param>
/// <param name="AfterUpdates">After how many updates; null: in place of the first report of usage, or at the end if there is none.</param>
/// <param name="Error">Makes the exception of a failure.</param>
public sealed record AnswerBreak(BreakKind Kind, int? AfterUpdates, Func<Exception>? Error);
