using Prudence.Neural.Templates.Values;

namespace Prudence.Neural.Templates.Evaluation;

/// <summary>Filters that apply a filter or a test, given by its name, to every item.</summary>
internal static class SelectionFilters
{
    /// <summary><c>map('filter', ...)</c> or <c>map(attribute='name', default=...)</c>.</summary>
    public static ListValue Map(TemplateValue value, Arguments arguments)
    {
        var items = Access.Items(value, arguments.Meter);
        if (arguments.Positional.Count > 0)
        {
            var name = NameIn(arguments, 0);
            return !Filters.IsKnown(name) ? throw arguments.Wrong($"was given the filter '{name}', which is not known: known are {Filters.Names}")
                : new ListValue([.. items.Select(item => Filters.Apply(name, item, Rest(name, arguments, 1)))]);
        }

        arguments.Expect("attribute", "default");
        return new ListValue([.. items.Select(item => ListFilters.Attribute(item, arguments, 0) is UndefinedValue missing ? arguments.Find(1) ?? missing : ListFilters.Attribute(item, arguments, 0))]);
    }

    /// <summary><c>select</c>, <c>reject</c>, <c>selectattr</c> and <c>rejectattr</c>; without a test it is truth that counts.</summary>
    public static ListValue Select(TemplateValue value, Arguments arguments, bool byAttribute, bool wanted)
    {
        var attribute = byAttribute ? NameIn(arguments, 0) : null;
        var place = byAttribute ? 1 : 0;
        var test = arguments.Positional.Count > place ? NameIn(arguments, place) : null;
        if (test is not null && !ValueTests.IsKnown(test))
        {
            throw arguments.Wrong($"was given the test '{test}', which is not known: known are {ValueTests.Names}");
        }

        return new ListValue([.. Access.Items(value, arguments.Meter).Where(item => Passes(item) == wanted)]);

        bool Passes(TemplateValue item)
        {
            arguments.Meter.Step();
            var tested = attribute is null ? item : ListFilters.Attribute(item, attribute, arguments.Meter);
            return test is null ? ValueRules.IsTrue(tested) : ValueTests.Check(test, tested, Rest(test, arguments, place + 1));
        }
    }

    private static string NameIn(Arguments arguments, int place) =>
        arguments.Positional.Count > place && arguments.Positional[place] is TextValue text ? text.Value.Text : throw arguments.Wrong("expected a name in quotes");

    private static Arguments Rest(string callee, Arguments arguments, int from) => new(callee, [.. arguments.Positional.Skip(from)], arguments.Named, arguments.Meter);
}
