using Prudence.Budgeting;
using Prudence.Budgeting.Prices;
using Prudence.Cli.Output;
using Prudence.Cli.Running;

namespace Prudence.Cli.Commands.Prices;

internal sealed class CostHandler(Terminal terminal, bool json)
{
    public int Run(PriceBook book, string name, string? provider, TokenUsage usage, long? maxOutput, DateTimeOffset at)
    {
        var lookup = book.Find(name, provider);
        var model = lookup.IsFound ? lookup.Model : throw PriceOptions.Error(lookup.Refusal);
        var cost = Priced(Pricer.Price(model, usage, at));
        var worst = maxOutput is { } most ? Priced(Pricer.WorstCase(model, Bounds(usage, most), at)) : null;
        if (json)
        {
            JsonOutput.Write(terminal.Out, writer => PriceJson.WriteCost(writer, cost, worst, at));
        }
        else
        {
            WriteText(TextOutput.For(terminal), cost, worst);
        }

        return ExitCode.Success;
    }

    private static UsageBounds Bounds(TokenUsage usage, long maxOutput) => new(usage.InputTokens, maxOutput)
    {
        InputImages = usage.InputImages,
        OutputImages = usage.OutputImages,
        Requests = usage.Requests,
    };

    private static PriceBreakdown Priced(PriceResult result) => result.IsPriced ? result.Breakdown : throw PriceOptions.Error(result.Refusal);

    private static void WriteText(TextOutput output, PriceBreakdown cost, PriceBreakdown? worst)
    {
        output.Heading($"{cost.Model.Provider} {cost.Model.Name}, prices of {cost.Model.Source}");
        output.Table(
            ["part", "#number", "", "#per million", "#amount"],
            cost.Lines.Select(static line => (IReadOnlyList<string>)
                [line.Component.Name(), AmountFormat.Count(line.Units), line.Component.Unit(), line.Price.ToString(), line.Amount])
            .Append(["total", "", "", "", cost.Total.ToString()]));
        if (worst is not null)
        {
            output.Line($"worst case: {worst.Total}, with {string.Join(" and ", worst.Lines.Select(Describe))}");
        }

        if (cost.Model.NotModelled.Count > 0)
        {
            output.Line($"not counted: {string.Join(", ", cost.Model.NotModelled)}", Tone.Bad);
        }
    }

    private static string Describe(PriceLine line) =>
        $"{AmountFormat.Count(line.Units)} {line.Component.Counted()} at {line.Price} per million";
}
