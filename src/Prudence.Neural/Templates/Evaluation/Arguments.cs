using Prudence.Neural.Templates.Values;

namespace Prudence.Neural.Templates.Evaluation;

/// <summary>Arguments of a call, with the names by which they may be given.</summary>
internal sealed class Arguments(string callee, IReadOnlyList<TemplateValue> positional, IReadOnlyDictionary<string, TemplateValue> named, RenderMeter meter)
{
    private string[] names = [];

    public string Callee => callee;

    public RenderMeter Meter => meter;

    public IReadOnlyList<TemplateValue> Positional => positional;

    public IReadOnlyDictionary<string, TemplateValue> Named => named;

    /// <summary>Says how the arguments are called, in their order; more or other ones are an error.</summary>
    public Arguments Expect(params string[] parameters)
    {
        names = parameters;
        if (positional.Count > parameters.Length)
        {
            throw Wrong($"takes {(parameters.Length == 0 ? "no arguments" : $"at most {parameters.Length} arguments ({string.Join(", ", parameters)})")}, not {positional.Count}");
        }

        foreach (var name in named.Keys)
        {
            var place = Array.IndexOf(parameters, name);
            if (place < 0 || place < positional.Count)
            {
                throw Wrong(place < 0 ? $"takes no argument '{name}'" : $"has the argument '{name}' twice");
            }
        }

        return this;
    }

    /// <summary>An argument by its place; null if it is not given.</summary>
    public TemplateValue? Find(int place) => place < positional.Count ? positional[place] : named.GetValueOrDefault(names[place]);

    /// <summary>An argument that must be given.</summary>
    public TemplateValue Get(int place) => Find(place) ?? throw Wrong($"needs the argument '{names[place]}'");

    /// <summary>A text; <paramref name="otherwise"/> if it is not given.</summary>
    public MarkedText Text(int place, string? otherwise = null) => Find(place) is not { } value && otherwise is not null ? MarkedText.FromTemplate(otherwise)
        : Get(place) is TextValue text ? text.Value : throw Wrong($"expected a text as '{names[place]}', not {Get(place).Kind}");

    /// <summary>A whole number; <paramref name="otherwise"/> if it is not given or none.</summary>
    public long? Integer(int place, long? otherwise = null) => Find(place) switch
    {
        null or NoneValue => otherwise,
        IntegerValue integer => integer.Value,
        BooleanValue boolean => boolean.Value ? 1 : 0,
        var other => throw Wrong($"expected a whole number as '{names[place]}', not {other.Kind}"),
    };

    /// <summary>Whether an argument is given and true.</summary>
    public bool Flag(int place) => Find(place) is { } value && ValueRules.IsTrue(value);

    public ChatTemplateException Wrong(string what) => meter.Wrong($"'{callee}' {what}");
}
