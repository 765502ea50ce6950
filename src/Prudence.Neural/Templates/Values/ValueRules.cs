using Prudence.Neural.Templates.Evaluation;

namespace Prudence.Neural.Templates.Values;

/// <summary>Truth, equality and order of values, as Python has them.</summary>
internal static class ValueRules
{
    public static bool IsTrue(TemplateValue value) => value switch
    {
        UndefinedValue or NoneValue => false,
        BooleanValue boolean => boolean.Value,
        IntegerValue integer => integer.Value != 0,
        FloatValue number => number.Value != 0,
        TextValue text => text.Value.Length > 0,
        ListValue list => list.Items.Count > 0,
        MapValue map => map.Items.Count > 0,
        _ => true,
    };

    /// <summary>The number that a value is; booleans are 0 and 1.</summary>
    public static double? Number(TemplateValue value) => value switch
    {
        IntegerValue integer => integer.Value,
        FloatValue number => number.Value,
        BooleanValue boolean => boolean.Value ? 1 : 0,
        _ => null,
    };

    public static bool AreEqual(TemplateValue left, TemplateValue right, RenderMeter meter) => Counted(left, right, meter) switch
    {
        (UndefinedValue, UndefinedValue) or (NoneValue, NoneValue) => true,
        (IntegerValue a, IntegerValue b) => a.Value == b.Value,
        (TextValue a, TextValue b) => a.Value.Text == b.Value.Text,
        (ListValue a, ListValue b) => a.IsTuple == b.IsTuple && a.Items.Count == b.Items.Count && a.Items.Zip(b.Items).All(pair => AreEqual(pair.First, pair.Second, meter)),
        (MapValue a, MapValue b) => a.Items.Count == b.Items.Count && a.Items.All(item => b.Items.TryGetValue(item.Key, out var other) && AreEqual(item.Value, other, meter)),
        _ => Number(left) is { } number ? Number(right) is { } other && number.Equals(other) : ReferenceEquals(left, right),
    };

    /// <summary>Which of two values comes first; null if they cannot be compared.</summary>
    public static int? Compare(TemplateValue left, TemplateValue right, RenderMeter meter) => Counted(left, right, meter) switch
    {
        (IntegerValue a, IntegerValue b) => a.Value.CompareTo(b.Value),
        (TextValue a, TextValue b) => string.CompareOrdinal(a.Value.Text, b.Value.Text),
        (ListValue a, ListValue b) => CompareLists(a.Items, b.Items, meter),
        _ => Number(left) is { } first && Number(right) is { } second ? first.CompareTo(second) : null,
    };

    private static (TemplateValue Left, TemplateValue Right) Counted(TemplateValue left, TemplateValue right, RenderMeter meter)
    {
        meter.CheckStack();
        meter.Step();
        return (left, right);
    }

    private static int? CompareLists(IReadOnlyList<TemplateValue> left, IReadOnlyList<TemplateValue> right, RenderMeter meter)
    {
        for (var i = 0; i < Math.Min(left.Count, right.Count); i++)
        {
            if (!AreEqual(left[i], right[i], meter))
            {
                return Compare(left[i], right[i], meter);
            }
        }

        return left.Count.CompareTo(right.Count);
    }
}
