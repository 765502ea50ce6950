namespace Prudence.Planning.Configuration;

/// <summary>A search configuration that cannot be understood or built.</summary>
public sealed class ConfigurationException : Exception
{
    /// <summary>Says what is wrong and where.</summary>
    /// <param name="text">The configuration as written.</param>
    /// <param name="position">The offset of the offending part, from 0.</param>
    /// <param name="message">What is wrong and what was expected.</param>
    /// <param name="hint">What to write instead, if known.</param>
    public ConfigurationException(string text, int position, string message, string? hint = null)
        : base(hint is null ? message : $"{message} ({hint})")
    {
        Text = text;
        Position = position;
    }

    /// <summary>The configuration as written.</summary>
    public string Text { get; }

    /// <summary>The offset of the offending part, from 0.</summary>
    public int Position { get; }
}
