using Prudence.Neural.Templates.Values;

namespace Prudence.Neural.Templates.Evaluation;

/// <summary>Filters that make texts.</summary>
internal static class TextFilters
{
    private const int WidestIndent = 100;

    /// <summary>A text made of a value's text.</summary>
    public static TextValue Map(TemplateValue value, Arguments arguments, Func<MarkedText, MarkedText> map)
    {
        var text = ValueWriter.Write(value, arguments.Meter);
        arguments.Meter.Text(text.Length);
        return new TextValue(map(text));
    }

    public static TextValue Trim(TemplateValue value, Arguments arguments) =>
        Map(value, arguments, text => TextOperations.Strip(text, arguments.Find(0) is null or NoneValue ? null : arguments.Text(0).Text));

    public static TextValue Replace(TemplateValue value, Arguments arguments) =>
        Map(value, arguments, text => TextOperations.Replace(text, arguments.Text(0), arguments.Text(1), arguments.Integer(2), arguments.Meter));

    /// <summary>Spaces in front of every line but the first, and of none that is empty, unless asked for.</summary>
    public static TextValue Indent(TemplateValue value, Arguments arguments)
    {
        var meter = arguments.Meter;
        var margin = arguments.Find(0) is TextValue given ? given.Value : MarkedText.FromTemplate(new string(' ', Width(arguments, 4)));
        var lines = TextOperations.Split(ValueWriter.Write(value, meter), "\n", -1, meter).Items;
        var result = new MarkedTextBuilder();
        for (var i = 0; i < lines.Count; i++)
        {
            var line = ((TextValue)lines[i]).Value;
            result.Append(i > 0 ? MarkedText.FromTemplate("\n") : MarkedText.Empty);
            result.Append((i > 0 || arguments.Flag(1)) && (line.Length > 0 || arguments.Flag(2)) ? margin : MarkedText.Empty).Append(line);
            meter.CheckLength(result.Length);
        }

        meter.Text(result.Length);
        return new TextValue(result.ToText());
    }

    /// <summary>JSON as Python's <c>json.dumps</c> lays it out.</summary>
    public static TemplateValue ToJson(TemplateValue value, Arguments arguments)
    {
        if (arguments.Flag(1))
        {
            throw arguments.Wrong("does not support ensure_ascii=true");
        }

        int? indent = arguments.Find(0) is null or NoneValue ? null : Width(arguments, 0);
        var separators = arguments.Find(2) switch
        {
            null or NoneValue => (indent is null ? ", " : ",", ": "),
            ListValue { Items: [TextValue item, TextValue key] } => (item.Value.Text, key.Value.Text),
            _ => throw arguments.Wrong("expected two texts as 'separators'"),
        };
        return TemplateValue.Text(new JsonText(arguments.Meter, indent, separators.Item1, separators.Item2, arguments.Flag(3)).Write(value)
            ?? throw arguments.Wrong("met a value that has no form in JSON, such as an undefined one"));
    }

    private static int Width(Arguments arguments, int otherwise) => arguments.Integer(0, otherwise) is >= 0 and <= WidestIndent and var width ? (int)width
        : throw arguments.Wrong($"expected an indentation from 0 to {WidestIndent}");
}
