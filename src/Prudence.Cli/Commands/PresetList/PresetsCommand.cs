using System.CommandLine;
using System.Text.Json;
using Prudence.Cli.Help;
using Prudence.Cli.Output;
using Prudence.Cli.Running;
using Prudence.Planning.Configuration;

namespace Prudence.Cli.Commands.PresetList;

/// <summary><c>prudence presets</c>: what <c>--preset</c> and <c>--search</c> can name.</summary>
internal static class PresetsCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("presets", "List presets, and the searches and heuristics to build your own from.").WithExamples(
            new("see what there is", "prudence presets"),
            new("see what a preset stands for", "prudence presets --json"));
        command.SetAction(result =>
        {
            if (result.GetValue(GlobalOptions.Json))
            {
                JsonOutput.Write(terminal.Out, WriteJson);
            }
            else
            {
                WriteText(TextOutput.For(terminal));
            }

            return ExitCode.Success;
        });
        return command;
    }

    private static void WriteText(TextOutput output)
    {
        output.Heading("Presets, for --preset");
        output.Table(["name", "what you get"], Presets.All.Select(static preset => (IReadOnlyList<string>)[preset.Name, preset.Purpose]));
        Write("Searches, for --search", ConfigurationVocabulary.Searches);
        Write("Heuristics, inside a search", ConfigurationVocabulary.Heuristics);

        void Write(string heading, IReadOnlyList<ConfigurationWord> words)
        {
            output.Heading(heading);
            output.Table(["name", "what it is"], words.Select(static word => (IReadOnlyList<string>)[word.Name, word.Purpose]));
        }
    }

    private static void WriteJson(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("presets");
        foreach (var preset in Presets.All)
        {
            writer.WriteStartObject();
            writer.WriteString("name", preset.Name);
            writer.WriteString("purpose", preset.Purpose);
            writer.WriteString("configuration", preset.Configuration);
            JsonOutput.WriteOptional(writer, "fallback", preset.Fallback);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        WriteWords(writer, "searches", ConfigurationVocabulary.Searches);
        WriteWords(writer, "heuristics", ConfigurationVocabulary.Heuristics);
    }

    private static void WriteWords(Utf8JsonWriter writer, string name, IReadOnlyList<ConfigurationWord> words)
    {
        writer.WriteStartArray(name);
        foreach (var word in words)
        {
            writer.WriteStartObject();
            writer.WriteString("name", word.Name);
            writer.WriteString("purpose", word.Purpose);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
