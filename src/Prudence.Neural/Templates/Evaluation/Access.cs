using Prudence.Neural.Templates.Values;

namespace Prudence.Neural.Templates.Evaluation;

/// <summary>Properties, items and parts of values.</summary>
internal static class Access
{
    /// <summary><c>value.name</c>, and <c>value['name']</c> of maps.</summary>
    public static TemplateValue Property(TemplateValue target, string name, RenderMeter meter) => target switch
    {
        MapValue map => map.Items.TryGetValue(name, out var value) ? value : new UndefinedValue(name),
        NamespaceValue changeable => changeable.Items.TryGetValue(name, out var value) ? value : new UndefinedValue(name),
        UndefinedValue undefined => throw meter.Wrong($"'{undefined.Name}' is undefined: it has no '{name}'"),
        _ => new UndefinedValue(name),
    };

    /// <summary><c>value[index]</c>; negative numbers count from the end.</summary>
    public static TemplateValue Item(TemplateValue target, TemplateValue index, RenderMeter meter) => (target, index) switch
    {
        (UndefinedValue undefined, _) => throw meter.Wrong($"'{undefined.Name}' is undefined: it has no items"),
        (ListValue list, IntegerValue place) => Place(place.Value, list.Items.Count) is { } at ? list.Items[at] : Missing(place.Value),
        (TextValue text, IntegerValue place) => Place(place.Value, text.Value.Length) is { } at ? new TextValue(text.Value.Slice(at, 1)) : Missing(place.Value),
        (_, TextValue name) => Property(target, name.Value.Text, meter),
        _ => new UndefinedValue($"item {ValueWriter.Write(index, meter).Text}"),
    };

    /// <summary><c>value[start:stop:step]</c>.</summary>
    public static TemplateValue Slice(TemplateValue target, long? start, long? stop, long? step, RenderMeter meter)
    {
        if (step == 0)
        {
            throw meter.Wrong("the step of a slice is 0");
        }

        var places = target switch
        {
            ListValue list => Places(list.Items.Count, start, stop, step ?? 1),
            TextValue text => Places(text.Value.Length, start, stop, step ?? 1),
            _ => throw meter.Wrong($"{target.Kind} cannot be sliced: expected a text or a list"),
        };
        meter.Step(places.Count);
        return target switch
        {
            ListValue list => new ListValue([.. places.Select(place => list.Items[place])]),
            TextValue text when step is null or 1 => new TextValue(text.Value.Slice(places.FirstOrDefault(), places.Count)),
            _ => TemplateValue.Text(string.Concat(places.Select(place => ((TextValue)target).Value.Text[place]))),
        };
    }

    /// <summary>What a loop goes through.</summary>
    public static IReadOnlyList<TemplateValue> Items(TemplateValue value, RenderMeter meter) => value switch
    {
        ListValue list => list.Items,
        MapValue map => [.. map.Items.Keys.Select(TemplateValue.Text)],
        UndefinedValue => [],
        TextValue text => Characters(text.Value, meter),
        _ => throw meter.Wrong($"{value.Kind} has no items: expected a list, a map or a text"),
    };

    private static TextValue[] Characters(MarkedText text, RenderMeter meter)
    {
        meter.Step(text.Length);
        return [.. Enumerable.Range(0, text.Length).Select(place => new TextValue(text.Slice(place, 1)))];
    }

    private static UndefinedValue Missing(long place) => new($"item {place}");

    private static int? Place(long place, int count)
    {
        var at = place < 0 ? place + count : place;
        return at >= 0 && at < count ? (int)at : null;
    }

    private static List<int> Places(int count, long? start, long? stop, long step)
    {
        var (lowest, highest) = step > 0 ? (0, count) : (-1, count - 1);
        var from = start is { } first ? Clamp(first) : step > 0 ? lowest : highest;
        var to = stop is { } last ? Clamp(last) : step > 0 ? highest : lowest;
        step = Math.Clamp(step, -count - 1L, count + 1L);
        var places = new List<int>();
        for (var place = from; step > 0 ? place < to : place > to; place += step)
        {
            places.Add((int)place);
        }

        return places;

        long Clamp(long place) => Math.Clamp(place < 0 ? Math.Max(place, -count - 1L) + count : place, lowest, highest);
    }
}
