using Microsoft.Extensions.AI;

namespace Prudence.Testing;

/// <summary>What one update of an answer carries.</summary>
/// <param name="Contents">Text, reasoning, calls of tools.</param>
public sealed record ScriptedPiece(IReadOnlyList<AIContent> Contents)
{
    /// <summary>How long it takes to come.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>What it waits for besides; null for nothing.</summary>
    public Task? Gate { get; init; }

    /// <summary>Tokens that the model charges for it. By default one is counted for every four bytes of UTF-8 that were begun.</summary>
    public long Tokens { get; init; } = Contents.Sum(TokenCount.Of);

    internal bool IsReasoning => Contents.All(static content => content is TextReasoningContent);
}
