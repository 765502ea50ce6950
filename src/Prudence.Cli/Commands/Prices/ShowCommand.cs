using System.CommandLine;
using System.Globalization;
using Prudence.Budgeting;
using Prudence.Budgeting.Prices;
using Prudence.Cli.Help;
using Prudence.Cli.Output;
using Prudence.Cli.Running;

namespace Prudence.Cli.Commands.Prices;

/// <summary><c>prudence prices show</c>: all prices of one model.</summary>
internal static class ShowCommand
{
    public static Command Create(Terminal terminal)
    {
        var options = new PriceOptions();
        var name = FileArgument.One("MODEL", "The model, by any name its provider takes; also as provider/model.");
        var command = new Command("show", "Show all prices of a model, when they hold and where they come from.")
        {
            name, options.Provider, options.At, options.Overrides,
        }.WithExamples(
            new("what does it cost?", "prudence prices show claude-sonnet-4-5"),
            new("what did it cost then?", "prudence prices show o3 --at 2025-06-09"),
            new("what does it cost elsewhere?", "prudence prices show gpt-4o --provider azure"));
        command.SetAction(result =>
        {
            var lookup = options.Book(result).Find(result.GetRequiredValue(name), result.GetValue(options.Provider));
            var model = lookup.IsFound ? lookup.Model : throw PriceOptions.Error(lookup.Refusal);
            var at = options.Instant(result, TimeProvider.System);
            if (result.GetValue(GlobalOptions.Json))
            {
                JsonOutput.Write(terminal.Out, writer => PriceJson.WritePeriods(writer, model, at));
            }
            else
            {
                WriteText(TextOutput.For(terminal), model, at);
            }

            return ExitCode.Success;
        });
        return command;
    }

    private static void WriteText(TextOutput output, PricedModel model, DateTimeOffset at)
    {
        output.Heading(model.Title ?? model.Name);
        output.Pairs(Facts(model));
        var applied = model.PriceAt(at);
        var format = model.Prices.Any(static price => price.Validity.DayStart is not null) ? "'at' yyyy-MM-dd HH:mm 'UTC'" : "'on' yyyy-MM-dd";
        var instant = at.ToString(format, CultureInfo.InvariantCulture);
        foreach (var price in model.Prices)
        {
            output.Heading($"Prices {price.Validity}{(model.Prices.Count > 1 && price == applied ? $", these apply {instant}" : "")}");
            output.Table(["part", "price", "for"], price.Priced.Select(component =>
                (IReadOnlyList<string>)[component.Name(), price[component]!.ToString(), $"a million {component.Unit()}"]));
        }
    }

    private static IEnumerable<(string Name, string Value)> Facts(PricedModel model)
    {
        yield return ("provider", model.Provider);
        yield return ("model", model.Name);
        if (model.ContextWindow is { } window)
        {
            yield return ("context", $"{AmountFormat.Count(window)} tokens");
        }

        yield return ("source", model.Source.ToString());
        if (model.NotModelled.Count > 0)
        {
            yield return ("not modelled", string.Join(", ", model.NotModelled));
        }
    }
}
