using System.Globalization;
using System.Text;
using Prudence.Neural.Templates.Evaluation;

namespace Prudence.Neural.Templates.Values;

/// <summary>Writes values as text, as Python's <c>str</c> does.</summary>
internal sealed class ValueWriter
{
    private readonly RenderMeter meter;
    private readonly StringBuilder written = new();

    private ValueWriter(RenderMeter meter) => this.meter = meter;

    /// <summary>The text of a value; texts keep their marks.</summary>
    public static MarkedText Write(TemplateValue value, RenderMeter meter)
    {
        if (value is TextValue or UndefinedValue)
        {
            return value is TextValue text ? text.Value : MarkedText.Empty;
        }

        var writer = new ValueWriter(meter);
        writer.Append(value);
        meter.Text(writer.written.Length);
        return MarkedText.FromData(writer.written.ToString());
    }

    private void Append(TemplateValue value)
    {
        meter.CheckStack();
        meter.Step();
        _ = value switch
        {
            NoneValue => written.Append("None"),
            BooleanValue boolean => written.Append(boolean.Value ? "True" : "False"),
            IntegerValue integer => written.Append(integer.Value),
            FloatValue number => written.Append(NumberWriter.Write(number.Value)),
            TextValue text => written.Append(Quote(text.Value.Text)),
            ListValue { IsTuple: true } tuple => AppendItems("(", tuple.Items.Count == 1 ? ",)" : ")", tuple.Items, Append),
            ListValue list => AppendItems("[", "]", list.Items, Append),
            MapValue map => AppendItems("{", "}", map.Items, AppendProperty),
            UndefinedValue => written.Append("Undefined"),
            _ => written.Append('<').Append(value.Kind).Append('>'),
        };
        meter.CheckLength(written.Length);
    }

    private StringBuilder AppendItems<T>(string begin, string end, IEnumerable<T> items, Action<T> append)
    {
        written.Append(begin);
        var isFirst = true;
        foreach (var item in items)
        {
            written.Append(isFirst ? "" : ", ");
            isFirst = false;
            append(item);
        }

        return written.Append(end);
    }

    private void AppendProperty(KeyValuePair<string, TemplateValue> property)
    {
        written.Append(Quote(property.Key)).Append(": ");
        Append(property.Value);
    }

    private static string Quote(string text)
    {
        var quote = text.Contains('\'', StringComparison.Ordinal) && !text.Contains('"', StringComparison.Ordinal) ? '"' : '\'';
        var quoted = new StringBuilder().Append(quote);
        foreach (var character in text)
        {
            _ = character switch
            {
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                '\\' => quoted.Append("\\\\"),
                _ when character == quote => quoted.Append('\\').Append(character),
                < ' ' or '\x7f' => quoted.Append(CultureInfo.InvariantCulture, $"\\x{(int)character:x2}"),
                _ => quoted.Append(character),
            };
        }

        return quoted.Append(quote).ToString();
    }
}
