using Prudence.Budgeting.Prices;

namespace Prudence.Budgeting.Metering;

/// <summary>What is charged for, and what was remarkable about how it was reported.</summary>
/// <param name="Usage">The tokens.</param>
/// <param name="Marks">What was remarkable.</param>
internal readonly record struct UsageVerdict(TokenUsage Usage, ChargeMarks Marks)
{
    /// <summary>No model takes or gives as many tokens in one request; a count beyond it is an error of the report, not an overrun.</summary>
    private const long LargestPlausible = 100_000_000;

    /// <summary>Makes of reports what is charged for. Whatever is unknown counts at its bound, so that nothing is ever charged too low for lack of a report.</summary>
    /// <param name="reports">What the provider said.</param>
    /// <param name="bounds">The most it can be.</param>
    /// <param name="isComplete">Whether the answer came to its end.</param>
    public static UsageVerdict Of(UsageReports reports, UsageBounds bounds, bool isComplete)
    {
        var counts = reports.Sum();
        var marks = reports.IsImpossible ? ChargeMarks.UsageImpossible : ChargeMarks.None;
        marks |= reports.IsRepeated ? ChargeMarks.UsageRepeated : ChargeMarks.None;
        marks |= isComplete ? ChargeMarks.None : ChargeMarks.CutShort;

        var inputParts = (counts.CachedRead ?? 0) + (counts.CachedWrite ?? 0) + (counts.AudioInput ?? 0);
        var outputParts = (counts.Reasoning ?? 0) + (counts.AudioOutput ?? 0);

        // No request is empty. An answer may be, where a filter stopped it, if the report is one at all.
        var input = Known(counts.Input, counts.Input > 0 || inputParts > 0, bounds.InputTokens, ref marks);
        var isAnswer = counts.Output > 0 || outputParts > 0 || (counts.Input > 0 && !reports.HasContent);
        var output = Known(counts.Output, isAnswer && reports.IsOutputKnown, bounds.OutputTokens, ref marks);
        output = isComplete ? output : Math.Max(output, bounds.OutputTokens);
        if (input > LargestPlausible || output > LargestPlausible || inputParts > LargestPlausible || outputParts > LargestPlausible)
        {
            var most = new TokenUsage { InputTokens = bounds.InputTokens, OutputTokens = bounds.OutputTokens };
            return new UsageVerdict(most, marks | ChargeMarks.UsageImpossible);
        }

        // Some count cached tokens beside the input, and reasoning beside the output, not as parts of them.
        (input, output) = (Whole(input, inputParts, ref marks), Whole(output, outputParts, ref marks));
        var usage = new TokenUsage
        {
            InputTokens = input,
            OutputTokens = output,
            CachedReadTokens = counts.CachedRead ?? 0,
            CachedWriteTokens = counts.CachedWrite ?? 0,
            AudioInputTokens = counts.AudioInput ?? 0,
            ReasoningTokens = counts.Reasoning ?? 0,
            AudioOutputTokens = counts.AudioOutput ?? 0,
        };
        return new UsageVerdict(usage, marks);
    }

    private static long Known(long? count, bool isPlausible, long bound, ref ChargeMarks marks)
    {
        if (count is not null && isPlausible)
        {
            return count.Value;
        }

        marks |= ChargeMarks.UsageMissing;
        return bound;
    }

    private static long Whole(long whole, long parts, ref ChargeMarks marks)
    {
        marks |= parts > whole ? ChargeMarks.UsageCorrected : ChargeMarks.None;
        return parts > whole ? whole + parts : whole;
    }
}
