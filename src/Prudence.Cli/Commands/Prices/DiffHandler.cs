using System.Text.Json;
using Prudence.Budgeting.Prices;
using Prudence.Cli.Output;
using Prudence.Cli.Pricing;
using Prudence.Cli.Running;

namespace Prudence.Cli.Commands.Prices;

internal sealed class DiffHandler(Terminal terminal, bool json)
{
    public int Tell(IReadOnlyList<PriceChange> changes)
    {
        if (json)
        {
            JsonOutput.Write(terminal.Out, writer => WriteJson(writer, changes));
        }
        else
        {
            WriteText(TextOutput.For(terminal), changes);
        }

        return ExitCode.Success;
    }

    private static void WriteText(TextOutput output, IReadOnlyList<PriceChange> changes)
    {
        var models = changes.Select(static change => change.Model).Distinct().Count();
        if (models == 0)
        {
            output.Line("no price differs", Tone.Good);
            return;
        }

        output.Heading($"prices of {models} {(models == 1 ? "model" : "models")} differ, per million");
        output.Table(["provider", "model", "part", "before", "after", "#change"], changes.Select(static change => (IReadOnlyList<string>)
            [change.Model.Provider, change.Model.Name, change.Component.Name(), change.Before?.ToString() ?? "-", change.After?.ToString() ?? "-", change.Percent]));
    }

    private static void WriteJson(Utf8JsonWriter writer, IReadOnlyList<PriceChange> changes)
    {
        PriceJson.WriteHead(writer, "compared");
        writer.WriteStartArray("changes");
        foreach (var change in changes)
        {
            writer.WriteStartObject();
            writer.WriteString("provider", change.Model.Provider);
            writer.WriteString("model", change.Model.Name);
            writer.WriteString("part", PartKey.Of(change.Component));
            PriceJson.WriteTiers(writer, "before", change.Before);
            PriceJson.WriteTiers(writer, "after", change.After);
            writer.WriteString("change", change.Percent);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
