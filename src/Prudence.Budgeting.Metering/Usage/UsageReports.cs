using Microsoft.Extensions.AI;

namespace Prudence.Budgeting.Metering;

/// <summary>
/// Gathers what a provider says of the usage of one call. Reports of one answer are cumulative, as providers send them: of each count the largest
/// is taken. Answers with different identifiers, such as the rounds of a client that calls functions by itself, are added.
/// </summary>
internal sealed class UsageReports
{
    private readonly Dictionary<string, TokenCounts> byAnswer = new(StringComparer.Ordinal);

    /// <summary>Whether the output was reported on after all content that came, or with it: earlier reports do not count what came later.</summary>
    public bool IsOutputKnown { get; private set; }

    /// <summary>Whether there was content, and then a report of some output, as at the end of an answer.</summary>
    public bool IsReportedAtEnd => IsOutputKnown && HasContent && Sum().Output > 0;

    /// <summary>Whether one answer was reported on more than once.</summary>
    public bool IsRepeated { get; private set; }

    /// <summary>Whether some count was negative, and taken for unknown.</summary>
    public bool IsImpossible { get; private set; }

    /// <summary>Whether there was an answer at all, be it a word or a call of a tool.</summary>
    public bool HasContent { get; private set; }

    public void Add(ChatResponse response)
    {
        HasContent = response.Messages.Any(static message => message.Contents.Any(IsAnswer));
        if (response.Usage is { } usage)
        {
            Add("", usage);
        }
    }

    public void Add(ChatResponseUpdate update)
    {
        foreach (var content in update.Contents)
        {
            if (content is UsageContent usage)
            {
                // In a chunk that also has content, the usage counts that content.
                HasContent |= update.Contents.Any(IsAnswer);
                Add(update.ResponseId ?? "", usage.Details);
            }
            else if (IsAnswer(content))
            {
                HasContent = true;
                IsOutputKnown &= update.Contents.Any(static other => other is UsageContent);
            }
        }
    }

    /// <summary>The counts of all answers; one that no answer has is null.</summary>
    public TokenCounts Sum() => byAnswer.Values.Aggregate(new TokenCounts(), static (sum, counts) => sum.Plus(counts));

    private static bool IsAnswer(AIContent content) => content is not (UsageContent or TextContent { Text.Length: 0 });

    private void Add(string answer, UsageDetails usage)
    {
        var counts = TokenCounts.Of(usage, out var isImpossible);
        IsImpossible |= isImpossible;
        IsRepeated |= byAnswer.TryGetValue(answer, out var earlier) && earlier.Output is not null && counts.Output is not null;
        byAnswer[answer] = earlier is null ? counts : earlier.Max(counts);
        IsOutputKnown |= counts.Output is not null;
    }
}
