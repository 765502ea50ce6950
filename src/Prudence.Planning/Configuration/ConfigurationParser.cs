namespace Prudence.Planning.Configuration;

/// <summary>Parses search configurations: <c>name</c> or <c>name(argument, ..., option=value, ...)</c>, nested at will.</summary>
public sealed class ConfigurationParser
{
    private const int MaximumDepth = 32;

    private readonly string text;
    private int position;

    private ConfigurationParser(string text) => this.text = text;

    /// <summary>Parses one configuration.</summary>
    /// <exception cref="ConfigurationException">The text is not a configuration.</exception>
    public static ConfigurationExpression Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parser = new ConfigurationParser(text);
        var expression = parser.ReadExpression(0);
        if (parser.position < text.Length)
        {
            throw parser.Error($"'{text[parser.position]}' stands after the end of the configuration");
        }

        return expression;
    }

    /// <summary>A name as configurations compare it: lower case, with <c>-</c> for <c>_</c>.</summary>
    internal static string Fold(string name) => name.ToLowerInvariant().Replace('_', '-');

    private ConfigurationExpression ReadExpression(int depth)
    {
        if (depth > MaximumDepth)
        {
            throw Error($"the configuration is nested more than {MaximumDepth} levels deep");
        }

        SkipBlanks();
        var start = position;
        var name = ReadName();
        var arguments = new List<ConfigurationExpression>();
        var options = new Dictionary<string, ConfigurationExpression>(StringComparer.Ordinal);
        if (TryTake('(') && !TryTake(')'))
        {
            do
            {
                ReadArgument(arguments, options, depth);
            }
            while (TryTake(','));

            if (!TryTake(')'))
            {
                throw Error("',' or ')' was expected");
            }
        }

        return new ConfigurationExpression(name, arguments, options, text, start);
    }

    private void ReadArgument(List<ConfigurationExpression> arguments, Dictionary<string, ConfigurationExpression> options, int depth)
    {
        var value = ReadExpression(depth + 1);
        if (!TryTake('='))
        {
            arguments.Add(value);
            return;
        }

        if (value.Arguments.Count + value.Options.Count > 0)
        {
            throw value.Error("an option's name cannot have arguments");
        }

        if (!options.TryAdd(value.Name, ReadExpression(depth + 1)))
        {
            throw value.Error($"the option '{value.Name}' is given twice");
        }
    }

    private string ReadName()
    {
        var start = position;
        while (position < text.Length && (char.IsAsciiLetterOrDigit(text[position]) || text[position] is '-' or '_' or '.'))
        {
            position++;
        }

        if (position == start)
        {
            throw Error(position < text.Length ? $"a name was expected, '{text[position]}' found" : "a name was expected at the end");
        }

        var name = Fold(text[start..position]);
        SkipBlanks();
        return name;
    }

    private bool TryTake(char expected)
    {
        SkipBlanks();
        if (position >= text.Length || text[position] != expected)
        {
            return false;
        }

        position++;
        SkipBlanks();
        return true;
    }

    private void SkipBlanks()
    {
        while (position < text.Length && char.IsWhiteSpace(text[position]))
        {
            position++;
        }
    }

    private ConfigurationException Error(string message) => new(text, position, message);
}
