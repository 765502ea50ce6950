namespace Prudence.Neural.Templates.Values;

/// <summary>A value while a template is rendered.</summary>
internal abstract record TemplateValue
{
    /// <summary>What kind of value it is, for messages.</summary>
    public abstract string Kind { get; }

    public static TemplateValue Text(string text) => new TextValue(MarkedText.FromData(text));

    public static TemplateValue Of(bool value) => value ? BooleanValue.True : BooleanValue.False;
}

/// <summary>What no variable or property has.</summary>
internal sealed record UndefinedValue(string Name) : TemplateValue
{
    public override string Kind => "undefined";
}

/// <summary>None.</summary>
internal sealed record NoneValue : TemplateValue
{
    public static NoneValue Instance { get; } = new();

    public override string Kind => "none";
}

/// <summary>True or false.</summary>
internal sealed record BooleanValue(bool Value) : TemplateValue
{
    public static BooleanValue True { get; } = new(true);

    public static BooleanValue False { get; } = new(false);

    public override string Kind => "a boolean";
}

/// <summary>A whole number.</summary>
internal sealed record IntegerValue(long Value) : TemplateValue
{
    public override string Kind => "a whole number";
}

/// <summary>A number with a fraction.</summary>
internal sealed record FloatValue(double Value) : TemplateValue
{
    public override string Kind => "a number";
}

/// <summary>A text.</summary>
internal sealed record TextValue(MarkedText Value) : TemplateValue
{
    public override string Kind => "a text";
}

/// <summary>A list, or a tuple, which is written in other brackets.</summary>
internal sealed record ListValue(IReadOnlyList<TemplateValue> Items, bool IsTuple = false) : TemplateValue
{
    public override string Kind => "a list";
}

/// <summary>A map from texts to values, in the order of its making.</summary>
internal sealed record MapValue(OrderedDictionary<string, TemplateValue> Items) : TemplateValue
{
    public override string Kind => "a map";
}

/// <summary>What <c>namespace()</c> makes: the one value that can be changed.</summary>
internal sealed record NamespaceValue(Dictionary<string, TemplateValue> Items) : TemplateValue
{
    public override string Kind => "a namespace";
}

/// <summary>A macro.</summary>
internal sealed record MacroValue(Syntax.MacroStatement Macro) : TemplateValue
{
    public override string Kind => "a macro";
}
