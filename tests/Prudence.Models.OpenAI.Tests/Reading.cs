using Microsoft.Extensions.AI;

namespace Prudence.Models.OpenAI.Tests;

/// <summary>Reads streams until they end or throw.</summary>
internal static class Reading
{
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
}
