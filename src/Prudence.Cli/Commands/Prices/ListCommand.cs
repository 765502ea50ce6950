using System.CommandLine;
using Prudence.Budgeting;
using Prudence.Budgeting.Prices;
using Prudence.Cli.Help;
using Prudence.Cli.Output;
using Prudence.Cli.Running;

namespace Prudence.Cli.Commands.Prices;

/// <summary><c>prudence prices list</c>: the models that have a price.</summary>
internal static class ListCommand
{
    private static readonly PriceComponent[] Shown = [PriceComponent.Input, PriceComponent.CachedRead, PriceComponent.Output];

    public static Command Create(Terminal terminal)
    {
        var options = new PriceOptions();
        var match = new Option<string?>("--match") { Description = "Only models in whose name this text occurs.", HelpName = "TEXT" };
        var command = new Command("list", "List models with their prices per million tokens.") { options.Provider, match, options.At, options.Overrides }.WithExamples(
            new("what is there?", "prudence prices list"),
            new("models of one provider", "prudence prices list --provider anthropic"),
            new("who sells a model?", "prudence prices list --match llama-3.3"));
        command.SetAction(result =>
        {
            var models = Select(options.Book(result), result.GetValue(options.Provider), result.GetValue(match));
            var at = options.Instant(result, TimeProvider.System);
            if (result.GetValue(GlobalOptions.Json))
            {
                JsonOutput.Write(terminal.Out, writer => PriceJson.WriteModels(writer, models, at));
            }
            else
            {
                WriteText(TextOutput.For(terminal), models, at);
            }

            return ExitCode.Success;
        });
        return command;
    }

    private static List<PricedModel> Select(PriceBook book, string? provider, string? match)
    {
        IReadOnlyList<PriceProvider> found = [];
        if (provider is not null && !book.TryFindProviders(provider, out found, out var refusal))
        {
            throw PriceOptions.Error(refusal);
        }

        var sellers = found.Select(static seller => seller.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. book.Models
            .Where(model => provider is null || sellers.Contains(model.Provider))
            .Where(model => match is null || model.Name.Contains(match, StringComparison.OrdinalIgnoreCase))
            .OrderBy(static model => model.Provider, StringComparer.Ordinal).ThenBy(static model => model.Name, StringComparer.Ordinal)];
    }

    private static void WriteText(TextOutput output, List<PricedModel> models, DateTimeOffset at)
    {
        if (models.Count == 0)
        {
            output.Line("no model matches");
            return;
        }

        output.Heading($"{AmountFormat.Count(models.Count)} {(models.Count == 1 ? "model" : "models")}, prices per million tokens");
        output.Table(
            ["provider", "model", .. Shown.Select(static component => "#" + component.Name()), "table"],
            models.Select(model => (IReadOnlyList<string>)[model.Provider, model.Name, .. Shown.Select(component => Price(model, component, at)), model.Source.Table]));
    }

    private static string Price(PricedModel model, PriceComponent component, DateTimeOffset at) => model.PriceAt(at)?.Effective(component) switch
    {
        null => "-",
        { Tiers.Count: 0 } price => price.Base.ToString(),
        { } price => $"{price.Base} and more",
    };
}
