using System.Globalization;
using System.Text;
using Prudence.Neural.Templates.Evaluation;

namespace Prudence.Neural.Templates.Values;

/// <summary>Writes values as JSON, laid out as Python's <c>json.dumps</c> does it, without escaping what lies beyond ASCII.</summary>
internal sealed class JsonText(RenderMeter meter, int? indent, string itemSeparator, string keySeparator, bool sortKeys)
{
    private readonly StringBuilder text = new();

    /// <summary>Writes a value; null if a value within has no form in JSON.</summary>
    public string? Write(TemplateValue value)
    {
        var isWritten = TryAppend(value, 0);
        meter.Text(text.Length);
        return isWritten ? text.ToString() : null;
    }

    private bool TryAppend(TemplateValue value, int depth)
    {
        meter.CheckStack();
        meter.Step();
        meter.CheckLength(text.Length);
        switch (value)
        {
            case NoneValue:
                text.Append("null");
                return true;
            case BooleanValue boolean:
                text.Append(boolean.Value ? "true" : "false");
                return true;
            case IntegerValue integer:
                text.Append(integer.Value);
                return true;
            case FloatValue number:
                text.Append(double.IsFinite(number.Value) ? NumberWriter.Write(number.Value) : double.IsNaN(number.Value) ? "NaN" : number.Value > 0 ? "Infinity" : "-Infinity");
                return true;
            case TextValue characters:
                AppendText(characters.Value.Text);
                return true;
            case ListValue list:
                return TryAppendItems('[', ']', list.Items, depth, item => TryAppend(item, depth + 1));
            case MapValue map:
                IEnumerable<KeyValuePair<string, TemplateValue>> properties = sortKeys ? map.Items.OrderBy(static item => item.Key, StringComparer.Ordinal) : map.Items;
                return TryAppendItems('{', '}', properties, depth, item => TryAppendProperty(item, depth));
            default:
                return false;
        }
    }

    private bool TryAppendProperty(KeyValuePair<string, TemplateValue> property, int depth)
    {
        AppendText(property.Key);
        text.Append(keySeparator);
        return TryAppend(property.Value, depth + 1);
    }

    private bool TryAppendItems<T>(char begin, char end, IEnumerable<T> items, int depth, Func<T, bool> tryAppend)
    {
        text.Append(begin);
        var count = 0;
        foreach (var item in items)
        {
            text.Append(count++ > 0 ? itemSeparator : "");
            AppendLineBreak(depth + 1);
            if (!tryAppend(item))
            {
                return false;
            }
        }

        if (count > 0)
        {
            AppendLineBreak(depth);
        }

        text.Append(end);
        return true;
    }

    private void AppendLineBreak(int depth)
    {
        if (indent is { } width)
        {
            text.Append('\n').Append(' ', width * depth);
        }
    }

    private void AppendText(string characters)
    {
        text.Append('"');
        foreach (var character in characters)
        {
            _ = character switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
                _ => text.Append(character),
            };
        }

        text.Append('"');
    }
}
