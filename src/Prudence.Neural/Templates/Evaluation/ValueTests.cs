using Prudence.Neural.Templates.Values;

namespace Prudence.Neural.Templates.Evaluation;

/// <summary>Tests: what stands behind <c>is</c>.</summary>
internal static class ValueTests
{
    private static readonly Dictionary<string, Func<TemplateValue, bool>> Plain = new(StringComparer.Ordinal)
    {
        ["boolean"] = static value => value is BooleanValue,
        ["callable"] = static value => value is MacroValue,
        ["defined"] = static value => value is not UndefinedValue,
        ["even"] = static value => value is IntegerValue integer && integer.Value % 2 == 0,
        ["false"] = static value => value is BooleanValue { Value: false },
        ["float"] = static value => value is FloatValue,
        ["integer"] = static value => value is IntegerValue,
        ["iterable"] = static value => value is TextValue or ListValue or MapValue or UndefinedValue,
        ["lower"] = static value => value is TextValue text && text.Value.Text.Any(char.IsLower) && !text.Value.Text.Any(char.IsUpper),
        ["mapping"] = static value => value is MapValue,
        ["none"] = static value => value is NoneValue,
        ["number"] = static value => ValueRules.Number(value) is not null,
        ["odd"] = static value => value is IntegerValue integer && integer.Value % 2 != 0,
        ["sequence"] = static value => value is TextValue or ListValue or MapValue or UndefinedValue,
        ["string"] = static value => value is TextValue,
        ["true"] = static value => value is BooleanValue { Value: true },
        ["undefined"] = static value => value is UndefinedValue,
        ["upper"] = static value => value is TextValue text && text.Value.Text.Any(char.IsUpper) && !text.Value.Text.Any(char.IsLower),
    };

    private static readonly Dictionary<string, string> Comparisons = new(StringComparer.Ordinal)
    {
        ["=="] = "==",
        ["!="] = "!=",
        ["<"] = "<",
        ["<="] = "<=",
        [">"] = ">",
        [">="] = ">=",
        ["eq"] = "==",
        ["equalto"] = "==",
        ["ne"] = "!=",
        ["lt"] = "<",
        ["lessthan"] = "<",
        ["le"] = "<=",
        ["gt"] = ">",
        ["greaterthan"] = ">",
        ["ge"] = ">=",
        ["in"] = "in",
        ["sameas"] = "==",
        ["divisibleby"] = "%",
    };

    /// <summary>The names, for messages.</summary>
    public static string Names => string.Join(", ", Plain.Keys.Concat(Comparisons.Keys).Order(StringComparer.Ordinal));

    public static bool IsKnown(string name) => Plain.ContainsKey(name) || Comparisons.ContainsKey(name);

    public static bool TakesArgument(string name) => Comparisons.ContainsKey(name);

    public static bool Check(string name, TemplateValue value, Arguments arguments)
    {
        if (Plain.TryGetValue(name, out var test))
        {
            arguments.Expect();
            return test(value);
        }

        var other = arguments.Expect("other").Get(0);
        return Comparisons[name] == "%"
            ? ValueRules.IsTrue(Comparison.Not(Operands.Apply("%", value, other, arguments.Meter)))
            : Comparison.Holds(Comparisons[name], value, other, arguments.Meter) && (name != "sameas" || value.GetType() == other.GetType());
    }
}
