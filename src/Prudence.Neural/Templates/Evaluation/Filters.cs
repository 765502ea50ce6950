using Prudence.Neural.Templates.Values;

namespace Prudence.Neural.Templates.Evaluation;

/// <summary>Filters: what stands behind <c>|</c>.</summary>
internal static class Filters
{
    private static readonly Dictionary<string, Func<TemplateValue, Arguments, TemplateValue>> Known = new(StringComparer.Ordinal)
    {
        ["abs"] = static (value, arguments) => NumberFilters.Absolute(value, arguments.Expect()),
        ["capitalize"] = static (value, arguments) => TextFilters.Map(value, arguments.Expect(), TextOperations.Capitalize),
        ["count"] = static (value, arguments) => ListFilters.Length(value, arguments.Expect()),
        ["d"] = static (value, arguments) => Default(value, arguments.Expect("default_value", "boolean")),
        ["default"] = static (value, arguments) => Default(value, arguments.Expect("default_value", "boolean")),
        ["dictsort"] = static (value, arguments) => ListFilters.SortMap(value, arguments.Expect("case_sensitive", "by", "reverse")),
        ["first"] = static (value, arguments) => ListFilters.End(value, arguments.Expect(), atStart: true),
        ["float"] = static (value, arguments) => NumberFilters.Float(value, arguments.Expect("default")),
        ["indent"] = static (value, arguments) => TextFilters.Indent(value, arguments.Expect("width", "first", "blank")),
        ["int"] = static (value, arguments) => NumberFilters.Integer(value, arguments.Expect("default")),
        ["items"] = static (value, arguments) => ListFilters.Pairs(value, arguments.Expect()),
        ["join"] = static (value, arguments) => ListFilters.Join(value, arguments.Expect("d", "attribute")),
        ["last"] = static (value, arguments) => ListFilters.End(value, arguments.Expect(), atStart: false),
        ["length"] = static (value, arguments) => ListFilters.Length(value, arguments.Expect()),
        ["list"] = static (value, arguments) => new ListValue(Access.Items(value, arguments.Expect().Meter)),
        ["lower"] = static (value, arguments) => TextFilters.Map(value, arguments.Expect(), static text => text.Map(text.Text.ToLowerInvariant())),
        ["map"] = static (value, arguments) => SelectionFilters.Map(value, arguments),
        ["max"] = static (value, arguments) => ListFilters.Extreme(value, arguments.Expect(), largest: true),
        ["min"] = static (value, arguments) => ListFilters.Extreme(value, arguments.Expect(), largest: false),
        ["reject"] = static (value, arguments) => SelectionFilters.Select(value, arguments, byAttribute: false, wanted: false),
        ["rejectattr"] = static (value, arguments) => SelectionFilters.Select(value, arguments, byAttribute: true, wanted: false),
        ["replace"] = static (value, arguments) => TextFilters.Replace(value, arguments.Expect("old", "new", "count")),
        ["reverse"] = static (value, arguments) => ListFilters.Reverse(value, arguments.Expect()),
        ["round"] = static (value, arguments) => NumberFilters.Round(value, arguments.Expect("precision", "method")),
        ["safe"] = static (value, arguments) => TextFilters.Map(value, arguments.Expect(), static text => text),
        ["select"] = static (value, arguments) => SelectionFilters.Select(value, arguments, byAttribute: false, wanted: true),
        ["selectattr"] = static (value, arguments) => SelectionFilters.Select(value, arguments, byAttribute: true, wanted: true),
        ["sort"] = static (value, arguments) => ListFilters.Sort(value, arguments.Expect("reverse", "case_sensitive", "attribute")),
        ["string"] = static (value, arguments) => TextFilters.Map(value, arguments.Expect(), static text => text),
        ["sum"] = static (value, arguments) => ListFilters.Sum(value, arguments.Expect("attribute", "start")),
        ["title"] = static (value, arguments) => TextFilters.Map(value, arguments.Expect(), TextOperations.Title),
        ["tojson"] = static (value, arguments) => TextFilters.ToJson(value, arguments.Expect("indent", "ensure_ascii", "separators", "sort_keys")),
        ["trim"] = static (value, arguments) => TextFilters.Trim(value, arguments.Expect("chars")),
        ["unique"] = static (value, arguments) => ListFilters.Unique(value, arguments.Expect("case_sensitive", "attribute")),
        ["upper"] = static (value, arguments) => TextFilters.Map(value, arguments.Expect(), static text => text.Map(text.Text.ToUpperInvariant())),
    };

    /// <summary>The names, for messages.</summary>
    public static string Names => string.Join(", ", Known.Keys);

    public static bool IsKnown(string name) => Known.ContainsKey(name);

    public static TemplateValue Apply(string name, TemplateValue value, Arguments arguments) => Known[name](value, arguments);

    private static TemplateValue Default(TemplateValue value, Arguments arguments) =>
        value is UndefinedValue || (arguments.Flag(1) && !ValueRules.IsTrue(value)) ? arguments.Find(0) ?? TemplateValue.Text("") : value;
}
