using System.Text;
using System.Text.Json;
using Prudence.Budgeting;

namespace Prudence.Cli.Output;

/// <summary>Writes the one object that a command puts on standard output under <c>--json</c>.</summary>
internal static class JsonOutput
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JsonTextEncoder.Instance, NewLine = "\n" };

    public static void Write(TextWriter output, Action<Utf8JsonWriter> members)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    public static void WriteOptional(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    public static void WriteStrings(Utf8JsonWriter writer, string name, IEnumerable<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }

    public static void WriteReceipt(Utf8JsonWriter writer, string name, Receipt receipt)
    {
        writer.WriteStartObject(name);
        writer.WriteStartArray("lines");
        foreach (var line in receipt.Lines)
        {
            writer.WriteStartObject();
            writer.WriteString("purpose", line.Purpose);
            WriteCost(writer, "cost", line.Cost);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        WriteCost(writer, "total", receipt.Total);
        WriteBudget(writer, receipt.Limits);
        writer.WriteString("stoppedBy", receipt.StoppedBy.ToString().ToLowerInvariant());
        writer.WriteEndObject();
    }

    private static void WriteCost(Utf8JsonWriter writer, string name, Cost cost)
    {
        writer.WriteStartObject(name);
        foreach (var resource in cost.Resources)
        {
            writer.WriteNumber(resource.Unit.Length == 0 ? resource.Name : $"{resource.Name} ({resource.Unit})", cost[resource]);
        }

        writer.WriteEndObject();
    }

    private static void WriteBudget(Utf8JsonWriter writer, RunLimits limits)
    {
        writer.WriteStartObject("budget");
        if (limits.Time is { } time)
        {
            writer.WriteNumber("time (µs)", (long)time.TotalMicroseconds);
        }

        if (limits.MemoryBytes is { } bytes)
        {
            writer.WriteNumber("memory (B)", bytes);
        }

        if (limits.Expansions is { } expansions)
        {
            writer.WriteNumber("expansions", expansions);
        }

        writer.WriteEndObject();
    }
}
