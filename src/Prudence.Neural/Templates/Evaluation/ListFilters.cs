using Prudence.Neural.Templates.Values;

namespace Prudence.Neural.Templates.Evaluation;

/// <summary>Filters on lists, maps and the characters of texts.</summary>
internal static class ListFilters
{
    public static IntegerValue Length(TemplateValue value, Arguments arguments) => new(value switch
    {
        TextValue text => text.Value.Text.EnumerateRunes().Count(),
        ListValue list => list.Items.Count,
        MapValue map => map.Items.Count,
        UndefinedValue => 0,
        _ => throw arguments.Wrong($"expected a text, a list or a map, not {value.Kind}"),
    });

    public static TemplateValue End(TemplateValue value, Arguments arguments, bool atStart) =>
        Access.Items(value, arguments.Meter) is { Count: > 0 } items ? items[atStart ? 0 : ^1] : new UndefinedValue($"the {arguments.Callee} of nothing");

    public static TextValue Join(TemplateValue value, Arguments arguments)
    {
        var items = Access.Items(value, arguments.Meter);
        return Join(arguments.Find(1) is null ? items : [.. items.Select(item => Attribute(item, arguments, 1))], arguments.Text(0, ""), arguments.Meter);
    }

    public static TextValue Join(IReadOnlyList<TemplateValue> items, MarkedText separator, RenderMeter meter)
    {
        var result = new MarkedTextBuilder();
        for (var i = 0; i < items.Count; i++)
        {
            result.Append(i > 0 ? separator : MarkedText.Empty).Append(ValueWriter.Write(items[i], meter));
            meter.CheckLength(result.Length);
        }

        meter.Text(result.Length);
        return new TextValue(result.ToText());
    }

    public static ListValue Pairs(TemplateValue value, Arguments arguments) =>
        value is MapValue map ? Methods.Pairs(map, arguments.Meter) : value is UndefinedValue ? new ListValue([]) : throw arguments.Wrong($"expected a map, not {value.Kind}");

    public static TemplateValue Reverse(TemplateValue value, Arguments arguments) => Access.Slice(value, null, null, -1, arguments.Meter);

    public static TemplateValue Extreme(TemplateValue value, Arguments arguments, bool largest)
    {
        var sorted = Sorted(Access.Items(value, arguments.Meter), static item => item, isCaseSensitive: false, arguments);
        return sorted.Count == 0 ? new UndefinedValue($"the {arguments.Callee} of nothing") : sorted[largest ? ^1 : 0];
    }

    public static TemplateValue Sum(TemplateValue value, Arguments arguments)
    {
        var items = Access.Items(value, arguments.Meter);
        return items.Aggregate(arguments.Find(1) ?? new IntegerValue(0), (sum, item) => Operands.Apply("+", sum, arguments.Find(0) is null or NoneValue ? item : Attribute(item, arguments, 0), arguments.Meter));
    }

    public static ListValue Sort(TemplateValue value, Arguments arguments)
    {
        var sorted = Sorted(Access.Items(value, arguments.Meter), item => arguments.Find(2) is null or NoneValue ? item : Attribute(item, arguments, 2), arguments.Flag(1), arguments);
        return new ListValue(arguments.Flag(0) ? [.. sorted.AsEnumerable().Reverse()] : sorted);
    }

    public static ListValue SortMap(TemplateValue value, Arguments arguments)
    {
        var by = arguments.Text(1, "key").Text;
        if (by is not ("key" or "value"))
        {
            throw arguments.Wrong("expected 'key' or 'value' as 'by'");
        }

        var sorted = Sorted(Pairs(value, arguments).Items, pair => ((ListValue)pair).Items[by == "key" ? 0 : 1], arguments.Flag(0), arguments);
        return new ListValue(arguments.Flag(2) ? [.. sorted.AsEnumerable().Reverse()] : sorted);
    }

    public static ListValue Unique(TemplateValue value, Arguments arguments)
    {
        var kept = new List<(TemplateValue Key, TemplateValue Item)>();
        foreach (var item in Access.Items(value, arguments.Meter))
        {
            var key = Folded(arguments.Find(1) is null or NoneValue ? item : Attribute(item, arguments, 1), arguments.Flag(0));
            if (!kept.Exists(other => ValueRules.AreEqual(other.Key, key, arguments.Meter)))
            {
                kept.Add((key, item));
            }
        }

        return new ListValue([.. kept.Select(static item => item.Item)]);
    }

    /// <summary>The attribute of an item that an argument names, with dots between several.</summary>
    public static TemplateValue Attribute(TemplateValue item, Arguments arguments, int place) => arguments.Find(place) is IntegerValue index
        ? Access.Item(item, index, arguments.Meter)
        : Attribute(item, arguments.Text(place).Text, arguments.Meter);

    public static TemplateValue Attribute(TemplateValue item, string path, RenderMeter meter) =>
        path.Split('.').Aggregate(item, (value, name) => Access.Property(value, name, meter));

    private static List<TemplateValue> Sorted(IReadOnlyList<TemplateValue> items, Func<TemplateValue, TemplateValue> keyOf, bool isCaseSensitive, Arguments arguments)
    {
        arguments.Meter.Step(items.Count);
        var order = Comparer<TemplateValue>.Create((left, right) =>
            ValueRules.Compare(left, right, arguments.Meter) ?? throw arguments.Wrong($"cannot put {left.Kind} and {right.Kind} in order"));
        return [.. items.OrderBy(item => Folded(keyOf(item), isCaseSensitive), order)];
    }

    private static TemplateValue Folded(TemplateValue value, bool isCaseSensitive) =>
        value is TextValue text && !isCaseSensitive ? TemplateValue.Text(text.Value.Text.ToLowerInvariant()) : value;
}
