using System.Text;
using Microsoft.Extensions.AI;

namespace Testing;

/// <summary>What is to be tested: it asks a model for a summary, and once more if the answer broke off.</summary>
internal sealed class Summariser(IChatClient model)
{
    public async Task<string> SummariseAsync(string text, CancellationToken cancellation = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (summary, isWhole) = await AskAsync(text, cancellation).ConfigureAwait(false);
            if (isWhole || attempt == 2)
            {
                return summary;
            }
        }
    }

    private async Task<(string Summary, bool IsWhole)> AskAsync(string text, CancellationToken cancellation)
    {
        var summary = new StringBuilder();
        var isWhole = false;
        await foreach (var update in model.GetStreamingResponseAsync($"Summarise: {text}", cancellationToken: cancellation).ConfigureAwait(false))
        {
            summary.Append(update.Text);
            isWhole |= update.FinishReason is not null;
        }

        return (summary.ToString(), isWhole);
    }
}
