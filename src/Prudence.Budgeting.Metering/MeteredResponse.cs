using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.AI;

namespace Prudence.Budgeting.Metering;

/// <summary>An answer with what it cost, or the reason why the call was not made.</summary>
/// <param name="Response">The answer; null if the call was not made.</param>
/// <param name="Charge">What it cost; null if the call was not made.</param>
/// <param name="Refusal">Why it was not made; null if it was.</param>
public sealed record MeteredResponse(ChatResponse? Response, Charge? Charge, CallRefusal? Refusal)
{
    /// <summary>Whether the call was made.</summary>
    [MemberNotNullWhen(true, nameof(Response), nameof(Charge))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsAnswered => Refusal is null;
}
