using System.Globalization;
using Prudence.Neural.Templates.Values;

namespace Prudence.Neural.Templates.Evaluation;

/// <summary>Filters that make numbers.</summary>
internal static class NumberFilters
{
    public static TemplateValue Absolute(TemplateValue value, Arguments arguments) => value switch
    {
        IntegerValue integer when integer.Value > long.MinValue => new IntegerValue(Math.Abs(integer.Value)),
        FloatValue number => new FloatValue(Math.Abs(number.Value)),
        _ => throw arguments.Wrong($"expected a number, not {value.Kind}"),
    };

    /// <summary>A whole number, or the default (0) where a value is none.</summary>
    public static TemplateValue Integer(TemplateValue value, Arguments arguments)
    {
        if (value is IntegerValue)
        {
            return value;
        }

        if (value is TextValue text && long.TryParse(text.Value.Text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var whole))
        {
            return new IntegerValue(whole);
        }

        return Number(value) is not { } number ? arguments.Find(0) ?? new IntegerValue(0)
            : Math.Abs(number) < 9e18 ? new IntegerValue((long)number)
            : throw arguments.Wrong("met a number that does not fit into 64 bits");
    }

    /// <summary>A number, or the default (0.0) where a value is none.</summary>
    public static TemplateValue Float(TemplateValue value, Arguments arguments) =>
        Number(value) is { } number ? new FloatValue(number) : arguments.Find(0) ?? new FloatValue(0);

    public static TemplateValue Round(TemplateValue value, Arguments arguments)
    {
        if (arguments.Find(1) is { } method && method is not TextValue { Value.Text: "common" })
        {
            throw arguments.Wrong("supports the method 'common' only");
        }

        var number = ValueRules.Number(value) ?? throw arguments.Wrong($"expected a number, not {value.Kind}");
        var precision = arguments.Integer(0, 0) is >= 0 and <= 15 and var digits ? (int)digits : throw arguments.Wrong("expected a precision from 0 to 15");
        return new FloatValue(Math.Round(number, precision, MidpointRounding.ToEven));
    }

    private static double? Number(TemplateValue value) => value is not TextValue text ? ValueRules.Number(value)
        : double.TryParse(text.Value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number
        : null;
}
