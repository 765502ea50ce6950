using Microsoft.Extensions.AI;

namespace Prudence.Budgeting.Metering;

/// <summary>Says in the options of a call who pays for it and what it is for. A metered client reads it and does not send it on.</summary>
public static class ChatOptionsExtensions
{
    private const string BudgetKey = "prudence.budget";
    private const string PurposeKey = "prudence.purpose";

    /// <summary>The options, with a budget that pays for the call instead of the client's own; usually one below it.</summary>
    /// <param name="options">The options; they are changed.</param>
    /// <param name="budget">Who pays.</param>
    public static ChatOptions WithBudget(this ChatOptions options, Budget budget)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(budget);
        (options.AdditionalProperties ??= [])[BudgetKey] = budget;
        return options;
    }

    /// <summary>The options, with what the call is for, such as <c>draft</c> or <c>vote</c>: a line of the receipt.</summary>
    /// <param name="options">The options; they are changed.</param>
    /// <param name="purpose">What it is for.</param>
    public static ChatOptions WithPurpose(this ChatOptions options, string purpose)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrWhiteSpace(purpose);
        (options.AdditionalProperties ??= [])[PurposeKey] = purpose;
        return options;
    }

    internal static Budget? FindBudget(this ChatOptions? options) => options?.AdditionalProperties?.GetValueOrDefault(BudgetKey) as Budget;

    internal static string? FindPurpose(this ChatOptions? options) => options?.AdditionalProperties?.GetValueOrDefault(PurposeKey) as string;

    /// <summary>The options to send on: a copy with the limit on output, and without what is meant for the meter.</summary>
    internal static ChatOptions ToSend(this ChatOptions? options, int maxOutputTokens)
    {
        var copy = options?.Clone() ?? new ChatOptions();
        copy.MaxOutputTokens = maxOutputTokens;
        if (copy.AdditionalProperties is { } properties)
        {
            properties.Remove(BudgetKey);
            properties.Remove(PurposeKey);
            copy.AdditionalProperties = properties.Count == 0 ? null : properties;
        }

        return copy;
    }
}
