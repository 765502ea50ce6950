using Prudence.Neural.Templates.Values;

namespace Prudence.Neural.Templates.Evaluation;

/// <summary>What comparisons give.</summary>
internal static class Comparison
{
    public static TemplateValue Not(TemplateValue value) => TemplateValue.Of(!ValueRules.IsTrue(value));

    public static bool Holds(string sign, TemplateValue left, TemplateValue right, RenderMeter meter)
    {
        switch (sign)
        {
            case "==":
                return ValueRules.AreEqual(left, right, meter);
            case "!=":
                return !ValueRules.AreEqual(left, right, meter);
            case "in":
                return IsIn(left, right, meter);
            case "not in":
                return !IsIn(left, right, meter);
            default:
                var order = ValueRules.Compare(left, right, meter) ?? throw meter.Wrong($"'{sign}' cannot compare {left.Kind} and {right.Kind}");
                return sign switch { "<" => order < 0, "<=" => order <= 0, ">" => order > 0, _ => order >= 0 };
        }
    }

    private static bool IsIn(TemplateValue value, TemplateValue container, RenderMeter meter) => container switch
    {
        TextValue text when value is TextValue part => text.Value.Text.Contains(part.Value.Text, StringComparison.Ordinal),
        ListValue list => list.Items.Any(item => ValueRules.AreEqual(item, value, meter)),
        MapValue map => value is TextValue key && map.Items.ContainsKey(key.Value.Text),
        UndefinedValue => false,
        _ => throw meter.Wrong($"'in' cannot look for {value.Kind} in {container.Kind}"),
    };
}
