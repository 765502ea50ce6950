using System.Text.Json;
using Prudence.Planning.Explanation;

namespace Prudence.Cli.Output;

/// <summary>Writes why every step of a plan is there for programs.</summary>
internal static class ExplanationJson
{
    public static void Write(Utf8JsonWriter writer, PlanExplanation explanation)
    {
        writer.WriteStartArray("explanation");
        foreach (var step in explanation.Steps)
        {
            writer.WriteStartObject();
            writer.WriteNumber("step", step.Number);
            writer.WriteString("action", step.Action.ToString());
            writer.WriteNumber("cost", step.Cost);
            WriteLinks(writer, "needs", "from", step.Needs.Select(static need => (need.Fact, need.Step)));
            JsonOutput.WriteStrings(writer, "adds", step.Adds);
            JsonOutput.WriteStrings(writer, "deletes", step.Deletes);
            WriteLinks(writer, "serves", "for", step.Serves.Select(static service => (service.Fact, service.Step)));
            JsonOutput.WriteStrings(writer, "goals", step.Goals.Select(goal => explanation.Goals[goal].Condition));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteLinks(Utf8JsonWriter writer, string name, string stepName, IEnumerable<(string Fact, int Step)> links)
    {
        writer.WriteStartArray(name);
        foreach (var (fact, step) in links)
        {
            writer.WriteStartObject();
            writer.WriteString("fact", fact);
            writer.WriteNumber(stepName, step);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
