using Prudence.Neural.Templates.Values;

namespace Prudence.Neural.Templates.Evaluation;

/// <summary>Methods of texts and maps, those of Python that templates use.</summary>
internal static class Methods
{
    private static readonly Dictionary<string, Func<MarkedText, Arguments, TemplateValue>> OfTexts = new(StringComparer.Ordinal)
    {
        ["capitalize"] = static (text, arguments) => Done(TextOperations.Capitalize(text), arguments.Expect()),
        ["count"] = static (text, arguments) => Count(text, arguments.Expect("sub")),
        ["endswith"] = static (text, arguments) => StartsOrEnds(arguments.Expect("suffix"), suffix => text.Text.EndsWith(suffix, StringComparison.Ordinal)),
        ["find"] = static (text, arguments) => new IntegerValue(text.Text.IndexOf(arguments.Expect("sub").Text(0).Text, StringComparison.Ordinal)),
        ["join"] = static (text, arguments) => ListFilters.Join(Access.Items(arguments.Expect("iterable").Get(0), arguments.Meter), text, arguments.Meter),
        ["lower"] = static (text, arguments) => Done(text.Map(text.Text.ToLowerInvariant()), arguments.Expect()),
        ["lstrip"] = static (text, arguments) => Strip(text, arguments.Expect("chars"), atEnd: false),
        ["replace"] = static (text, arguments) => Replace(text, arguments.Expect("old", "new", "count")),
        ["rsplit"] = static (text, arguments) => TextOperations.SplitFromEnd(text, Separator(arguments.Expect("sep", "maxsplit")), arguments.Integer(1, -1)!.Value, arguments.Meter),
        ["rstrip"] = static (text, arguments) => Strip(text, arguments.Expect("chars"), atStart: false),
        ["split"] = static (text, arguments) => Split(text, arguments.Expect("sep", "maxsplit")),
        ["splitlines"] = static (text, arguments) => SplitLines(text, arguments.Expect()),
        ["startswith"] = static (text, arguments) => StartsOrEnds(arguments.Expect("prefix"), prefix => text.Text.StartsWith(prefix, StringComparison.Ordinal)),
        ["strip"] = static (text, arguments) => Strip(text, arguments.Expect("chars")),
        ["title"] = static (text, arguments) => Done(TextOperations.Title(text), arguments.Expect()),
        ["upper"] = static (text, arguments) => Done(text.Map(text.Text.ToUpperInvariant()), arguments.Expect()),
    };

    private static readonly Dictionary<string, Func<MapValue, Arguments, TemplateValue>> OfMaps = new(StringComparer.Ordinal)
    {
        ["get"] = static (map, arguments) => Get(map, arguments.Expect("key", "default")),
        ["items"] = static (map, arguments) => Pairs(map, arguments.Expect().Meter),
        ["keys"] = static (map, arguments) => new ListValue(Access.Items(map, arguments.Expect().Meter)),
        ["values"] = static (map, arguments) => Counted(new ListValue([.. map.Items.Values]), arguments.Expect()),
    };

    /// <summary>The names, for messages.</summary>
    public static string Names => string.Join(", ", OfTexts.Keys.Concat(OfMaps.Keys).Order(StringComparer.Ordinal));

    public static bool IsKnown(string name) => OfTexts.ContainsKey(name) || OfMaps.ContainsKey(name);

    public static TemplateValue Call(TemplateValue target, string name, Arguments arguments) => target switch
    {
        TextValue text when OfTexts.TryGetValue(name, out var method) => method(text.Value, arguments),
        MapValue map when OfMaps.TryGetValue(name, out var method) => method(map, arguments),
        UndefinedValue undefined => throw arguments.Meter.Wrong($"'{undefined.Name}' is undefined: it has no method '{name}'"),
        _ => throw arguments.Meter.Wrong($"{target.Kind} has no method '{name}'"),
    };

    /// <summary>Pairs of keys and values.</summary>
    public static ListValue Pairs(MapValue map, RenderMeter meter)
    {
        meter.Step(map.Items.Count);
        return new ListValue([.. map.Items.Select(static item => new ListValue([TemplateValue.Text(item.Key), item.Value], IsTuple: true))]);
    }

    private static TextValue Done(MarkedText text, Arguments arguments)
    {
        arguments.Meter.Text(text.Length);
        return new TextValue(text);
    }

    private static ListValue Counted(ListValue list, Arguments arguments)
    {
        arguments.Meter.Step(list.Items.Count);
        return list;
    }

    private static TextValue Strip(MarkedText text, Arguments arguments, bool atStart = true, bool atEnd = true) =>
        Done(TextOperations.Strip(text, arguments.Find(0) is null or NoneValue ? null : arguments.Text(0).Text, atStart, atEnd), arguments);

    private static TextValue Replace(MarkedText text, Arguments arguments) =>
        new(TextOperations.Replace(text, arguments.Text(0), arguments.Text(1), arguments.Integer(2), arguments.Meter));

    private static ListValue Split(MarkedText text, Arguments arguments) =>
        TextOperations.Split(text, arguments.Find(0) is null or NoneValue ? null : Separator(arguments), arguments.Integer(1, -1)!.Value, arguments.Meter);

    private static string Separator(Arguments arguments) => arguments.Text(0).Text is { Length: > 0 } separator ? separator : throw arguments.Wrong("needs a separator that is not empty");

    private static ListValue SplitLines(MarkedText text, Arguments arguments)
    {
        var lines = TextOperations.Split(text, "\n", -1, arguments.Meter).Items;
        return new ListValue(lines[^1] is TextValue { Value.Length: 0 } ? [.. lines.SkipLast(1)] : lines);
    }

    private static IntegerValue Count(MarkedText text, Arguments arguments) =>
        new(arguments.Text(0) is { Length: > 0 } part ? text.Text.AsSpan().Count(part.Text) : text.Length + 1);

    private static TemplateValue StartsOrEnds(Arguments arguments, Func<string, bool> matches) => TemplateValue.Of(arguments.Get(0) switch
    {
        ListValue list => list.Items.Any(item => item is TextValue text && matches(text.Value.Text)),
        _ => matches(arguments.Text(0).Text),
    });

    private static TemplateValue Get(MapValue map, Arguments arguments) =>
        arguments.Get(0) is TextValue key && map.Items.TryGetValue(key.Value.Text, out var found) ? found : arguments.Find(1) ?? NoneValue.Instance;
}
