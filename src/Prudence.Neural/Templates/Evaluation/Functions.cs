using Prudence.Neural.Templates.Values;

namespace Prudence.Neural.Templates.Evaluation;

/// <summary>Functions that every template may call.</summary>
internal static class Functions
{
    private static readonly Dictionary<string, Func<Arguments, TimeProvider, TemplateValue>> Known = new(StringComparer.Ordinal)
    {
        ["dict"] = static (arguments, _) => Map(arguments),
        ["namespace"] = static (arguments, _) => Namespace(arguments),
        ["raise_exception"] = static (arguments, _) => throw arguments.Meter.Wrong($"the template refuses the conversation: {ValueWriter.Write(arguments.Expect("message").Get(0), arguments.Meter).Text}"),
        ["range"] = static (arguments, _) => Range(arguments),
        ["strftime_now"] = static (arguments, clock) => TemplateValue.Text(DateFormat.Write(arguments.Expect("format").Text(0).Text, clock.GetLocalNow(), arguments)),
    };

    /// <summary>The names, for messages.</summary>
    public static string Names => string.Join(", ", Known.Keys);

    public static bool IsKnown(string name) => Known.ContainsKey(name);

    public static TemplateValue Call(string name, Arguments arguments, TimeProvider clock) => Known[name](arguments, clock);

    private static MapValue Map(Arguments arguments)
    {
        var items = new OrderedDictionary<string, TemplateValue>(StringComparer.Ordinal);
        foreach (var (name, value) in arguments.Positional is [MapValue given] ? given.Items : [])
        {
            items[name] = value;
        }

        foreach (var (name, value) in arguments.Named)
        {
            items[name] = value;
        }

        return arguments.Positional is [] or [MapValue] ? new MapValue(items) : throw arguments.Wrong("expected a map or arguments with names");
    }

    private static NamespaceValue Namespace(Arguments arguments) => new(new Dictionary<string, TemplateValue>(Map(arguments).Items, StringComparer.Ordinal));

    private static ListValue Range(Arguments arguments)
    {
        arguments.Expect("start", "stop", "step");
        var first = arguments.Integer(0) ?? throw arguments.Wrong("needs a whole number");
        var (start, stop) = arguments.Integer(1) is { } last ? (first, last) : (0, first);
        var step = arguments.Integer(2, 1)!.Value;
        if (step == 0)
        {
            throw arguments.Wrong("has the step 0");
        }

        var items = new List<TemplateValue>();
        for (Int128 value = start; step > 0 ? value < stop : value > stop; value += step)
        {
            arguments.Meter.Step();
            items.Add(new IntegerValue((long)value));
        }

        return new ListValue(items);
    }
}
