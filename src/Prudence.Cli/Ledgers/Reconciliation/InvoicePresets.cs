using Prudence.Budgeting;
using Prudence.Cli.Running;

namespace Prudence.Cli.Ledgers.Reconciliation;

/// <summary>The columns of what providers let one download.</summary>
internal static class InvoicePresets
{
    public static IReadOnlyList<string> Names { get; } = ["openai-cost", "openai-usage", "anthropic-cost", "anthropic-usage"];

    /// <summary>The columns of a preset for a resource.</summary>
    /// <exception cref="UserErrorException">There is no such preset, or it does not have the resource.</exception>
    public static InvoiceColumns Find(string name, Resource resource) => name switch
    {
        "openai-cost" => new()
        {
            Time = "start_time_iso",
            Amount = Only(name, resource, Resource.Money, "amount_value"),
            Currency = "amount_currency",
            Scope = "project_id",
            Purpose = "line_item",
        },
        "openai-usage" => new()
        {
            Time = "start_time_iso",
            Amount = Tokens(name, resource, ["input_tokens"], ["output_tokens"]),
            Scope = "project_id",
            Purpose = "model",
        },
        "anthropic-cost" => new()
        {
            Time = "usage_date_utc",
            Amount = Only(name, resource, Resource.Money, "cost_usd"),
            Scope = "workspace",
            Purpose = "model",
        },
        "anthropic-usage" => new()
        {
            Time = "usage_date_utc",
            Amount = Tokens(
                name,
                resource,
                ["usage_input_tokens_no_cache", "usage_input_tokens_cache_write_5m", "usage_input_tokens_cache_write_1h", "usage_input_tokens_cache_read"],
                ["usage_output_tokens"]),
            Scope = "workspace",
            Purpose = "model_version",
        },
        _ => throw new UserErrorException(
            ExitCode.BadCommandLine,
            $"--preset: there is no preset '{name}'",
            Spelling.Nearest(name, Names) is { } near ? $"did you mean '{near}'?" : $"known: {string.Join(", ", Names)}; or name the columns with --time-column and --amount-column"),
    };

    private static string[] Only(string name, Resource asked, Resource had, string column) => asked == had ? [column] : throw Lacks(name, asked, had.Name);

    private static string[] Tokens(string name, Resource asked, string[] input, string[] output) =>
        asked == Resource.InputTokens ? input : asked == Resource.OutputTokens ? output : throw Lacks(name, asked, "input-tokens or output-tokens");

    private static UserErrorException Lacks(string name, Resource asked, string had) =>
        new(ExitCode.BadCommandLine, $"--preset {name} says nothing of {asked}", $"compare {had}: --resource {had.Split(' ')[0]}; or name a column with --amount-column");
}
