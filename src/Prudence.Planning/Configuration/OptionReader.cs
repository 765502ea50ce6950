using System.Globalization;

namespace Prudence.Planning.Configuration;

/// <summary>Takes the options of one configuration node by name and type, and refuses what nobody took.</summary>
internal sealed class OptionReader(ConfigurationExpression expression)
{
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    /// <summary>The node itself.</summary>
    public ConfigurationExpression Expression => expression;

    /// <summary>An option as a whole number of at least <paramref name="minimum"/>.</summary>
    public int Integer(string name, int fallback, int minimum = 0) =>
        TryTake(name, out var value) ? WholeNumber(name, value, minimum) : fallback;

    /// <summary>An option as a whole number of at least 1; null if it is not given.</summary>
    public int? Count(string name) => TryTake(name, out var value) ? WholeNumber(name, value, minimum: 1) : null;

    /// <summary>An option that is <c>true</c> or <c>false</c>.</summary>
    public bool Flag(string name, bool fallback)
    {
        if (!TryTake(name, out var value))
        {
            return fallback;
        }

        return value.Name switch
        {
            "true" or "yes" => true,
            "false" or "no" => false,
            _ => throw value.Error($"option '{name}' of {expression.Name} takes true or false, not '{value.Name}'"),
        };
    }

    /// <summary>An option that is one of a few words.</summary>
    public T Choice<T>(string name, T fallback, params (string Word, T Value)[] choices)
    {
        if (!TryTake(name, out var value))
        {
            return fallback;
        }

        var words = new List<string>();
        foreach (var (word, choice) in choices)
        {
            if (word == value.Name)
            {
                return choice;
            }

            words.Add(word);
        }

        throw value.Error($"option '{name}' of {expression.Name} takes one of {string.Join(", ", words)}, not '{value.Name}'");
    }

    /// <summary>An option that is itself a configuration node, or null.</summary>
    public ConfigurationExpression? Node(string name) => TryTake(name, out var value) ? value : null;

    /// <summary>Call after the last option was taken.</summary>
    /// <exception cref="ConfigurationException">An option is left that the node does not know.</exception>
    public void RefuseRest()
    {
        foreach (var (name, value) in expression.Options)
        {
            if (!taken.Contains(name))
            {
                var known = taken.Count == 0 ? "it takes no options" : $"it takes {string.Join(", ", taken)}";
                throw value.Error($"{expression.Name} has no option '{name}'", known);
            }
        }
    }

    private int WholeNumber(string name, ConfigurationExpression value, int minimum) =>
        int.TryParse(value.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= minimum
            ? number
            : throw value.Error($"option '{name}' of {expression.Name} takes a whole number of at least {minimum}, not '{value.Name}'");

    private bool TryTake(string name, out ConfigurationExpression value)
    {
        taken.Add(name);
        return expression.Options.TryGetValue(name, out value!);
    }
}
