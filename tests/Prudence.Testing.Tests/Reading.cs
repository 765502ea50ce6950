using Microsoft.Extensions.AI;

namespace Prudence.Testing.Tests;

/// <summary>Reads streams.</summary>
internal static class Reading
{
    public static async Task<List<ChatResponseUpdate>> AllOf(IAsyncEnumerable<ChatResponseUpdate> stream)
    {
        var updates = new List<ChatResponseUpdate>();
        await foreach (var update in stream)
        {
            updates.Add(update);
        }

        return updates;
    }

    /// <summary>Reads until the stream ends or throws.</summary>
    public static async Task<(List<ChatResponseUpdate> Updates, Exception? Error)> UntilError(IAsyncEnumerable<ChatResponseUpdate> stream)
    {
        var updates = new List<ChatResponseUpdate>();
        var error = await Record.ExceptionAsync(async () =>
        {
            await foreach (var update in stream)
            {
                updates.Add(update);
            }
        });
        return (updates, error);
    }

    /// <summary>The updates in one line: texts, usage and finish.</summary>
    public static string Describe(IEnumerable<ChatResponseUpdate> updates) => string.Join("||", updates.Select(static update =>
        string.Join(' ', update.Contents.Select(Describe).Concat(update.FinishReason is null ? [] : ["finish"]).Order(StringComparer.Ordinal))));

    private static string Describe(AIContent content) => content switch
    {
        TextContent text => text.Text,
        UsageContent usage => $"usage {usage.Details.InputTokenCount} {usage.Details.OutputTokenCount}",
        _ => content.GetType().Name,
    };
}
