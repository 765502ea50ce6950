using Prudence.Neural.Templates.Values;

namespace Prudence.Neural.Templates.Evaluation;

/// <summary>What operators do.</summary>
internal static class Operands
{
    public static TemplateValue Apply(string sign, TemplateValue left, TemplateValue right, RenderMeter meter)
    {
        if (sign == "~")
        {
            return Join(ValueWriter.Write(left, meter), ValueWriter.Write(right, meter), meter);
        }

        foreach (var operand in (TemplateValue[])[left, right])
        {
            if (operand is UndefinedValue undefined)
            {
                throw meter.Wrong($"'{undefined.Name}' is undefined and stands beside '{sign}'");
            }
        }

        return (sign, left, right) switch
        {
            ("+", TextValue a, TextValue b) => Join(a.Value, b.Value, meter),
            ("+", ListValue a, ListValue b) => Join(a, b, meter),
            ("*", TextValue text, IntegerValue count) => Repeat(text.Value, count.Value, meter),
            _ => Calculate(sign, left, right, meter) ?? throw meter.Wrong($"'{sign}' cannot be applied to {left.Kind} and {right.Kind}"),
        };
    }

    public static TextValue Join(MarkedText left, MarkedText right, RenderMeter meter)
    {
        meter.Text((long)left.Length + right.Length);
        return new TextValue(new MarkedTextBuilder().Append(left).Append(right).ToText());
    }

    private static ListValue Join(ListValue left, ListValue right, RenderMeter meter)
    {
        meter.Step(left.Items.Count + right.Items.Count);
        return new ListValue([.. left.Items, .. right.Items]);
    }

    private static TextValue Repeat(MarkedText text, long count, RenderMeter meter)
    {
        var times = Math.Clamp(count, 0, int.MaxValue);
        meter.Text(times * text.Length);
        var result = new MarkedTextBuilder();
        for (var i = 0; i < times && text.Length > 0; i++)
        {
            result.Append(text);
        }

        return new TextValue(result.ToText());
    }

    private static TemplateValue? Calculate(string sign, TemplateValue left, TemplateValue right, RenderMeter meter)
    {
        if (ValueRules.Number(left) is not { } a || ValueRules.Number(right) is not { } b)
        {
            return null;
        }

        if (sign is "/" or "//" or "%" && b == 0)
        {
            throw meter.Wrong($"division by zero: '{sign}' 0");
        }

        var areWhole = left is not FloatValue && right is not FloatValue && sign != "/" && !(sign == "**" && b < 0);
        try
        {
            return areWhole ? new IntegerValue(Whole(sign, Integer(left), Integer(right))) : new FloatValue(Float(sign, a, b));
        }
        catch (OverflowException)
        {
            throw meter.Wrong($"the result of '{sign}' does not fit into 64 bits");
        }
    }

    private static long Integer(TemplateValue value) => value is IntegerValue integer ? integer.Value : value is BooleanValue { Value: true } ? 1 : 0;

    // Division rounds down and the remainder has the sign of the divisor, as in Python.
    private static long Whole(string sign, long a, long b) => checked(sign switch
    {
        "+" => a + b,
        "-" => a - b,
        "*" => a * b,
        "//" => (a / b) - (a % b != 0 && (a < 0) != (b < 0) ? 1 : 0),
        "%" => b == -1 ? 0 : (a % b) + (a % b != 0 && (a % b < 0) != (b < 0) ? b : 0),
        _ => Power(a, b),
    });

    private static long Power(long a, long b)
    {
        var result = 1L;
        for (var factor = a; b > 0; b >>= 1)
        {
            result = (b & 1) == 1 ? checked(result * factor) : result;
            factor = b > 1 ? checked(factor * factor) : factor;
        }

        return result;
    }

    private static double Float(string sign, double a, double b) => sign switch
    {
        "+" => a + b,
        "-" => a - b,
        "*" => a * b,
        "/" => a / b,
        "//" => Math.Floor(a / b),
        "%" => a - (b * Math.Floor(a / b)),
        _ => Math.Pow(a, b),
    };
}
