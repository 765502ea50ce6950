using System.Globalization;
using Prudence.Budgeting;
using Prudence.Cli.Running;
using YamlDotNet.RepresentationModel;

namespace Prudence.Cli.Yaml;

/// <summary>A value in a YAML file that knows its place.</summary>
/// <param name="File">The file.</param>
/// <param name="Value">The value.</param>
/// <param name="Name">The name it stands after; null in a list.</param>
internal readonly record struct YamlValue(string File, YamlNode Value, YamlNode? Name = null)
{
    public bool IsList => Value is YamlSequenceNode;

    public bool IsMapping => Value is YamlMappingNode;

    /// <summary>The members of a mapping that has these and no others; a name that ends in <c>?</c> may be missing.</summary>
    public Dictionary<string, YamlValue> Members(params string[] names)
    {
        var members = AnyMembers();
        var known = names.Select(static name => name.TrimEnd('?')).ToList();
        foreach (var (name, member) in members.Where(member => !known.Contains(member.Key)))
        {
            var hint = Spelling.Nearest(name, known) is { } nearest ? $"did you mean '{nearest}'?" : $"known here: {string.Join(", ", known)}";
            throw member.FailAtName($"unknown name '{name}'", hint);
        }

        var missing = names.FirstOrDefault(name => !name.EndsWith('?') && !members.ContainsKey(name));
        return missing is null ? members : throw Fail($"expected '{missing}:' here");
    }

    /// <summary>The members of a mapping.</summary>
    public Dictionary<string, YamlValue> AnyMembers()
    {
        if (Value is not YamlMappingNode mapping)
        {
            throw Fail("expected names with values, such as 'input: $0.50'");
        }

        var members = new Dictionary<string, YamlValue>(StringComparer.Ordinal);
        foreach (var (key, value) in mapping.Children)
        {
            var member = new YamlValue(File, value, key);
            var name = new YamlValue(File, key).Text();
            if (!members.TryAdd(name, member))
            {
                throw member.FailAtName($"'{name}' is here twice");
            }
        }

        return members;
    }

    public IEnumerable<YamlValue> Items()
    {
        var file = File;
        return Value is YamlSequenceNode list ? list.Children.Select(item => new YamlValue(file, item)) : throw Fail("expected a list, with a '-' before each entry");
    }

    public string Text() => Value is YamlScalarNode { Value: { Length: > 0 } text } ? text : throw Fail("expected a text");

    /// <summary>An amount that is not negative.</summary>
    public Money Amount()
    {
        if (!MoneyParser.TryParse(Text(), out var money, out var error))
        {
            throw Fail(error);
        }

        return money >= Money.Zero ? money : throw Fail("expected a price that is not negative");
    }

    public DateOnly Date() => DateOnly.TryParseExact(Text(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        ? date
        : throw Fail($"expected a date such as 2026-03-13, found '{Text()}'");

    public UserErrorException Fail(string message, string? hint = null) => Fail(Value, message, hint);

    public UserErrorException FailAtName(string message, string? hint = null) => Fail(Name ?? Value, message, hint);

    private UserErrorException Fail(YamlNode place, string message, string? hint) =>
        new(ExitCode.BadFile, $"{File}:{place.Start.Line}:{place.Start.Column}: {message}", hint);
}
