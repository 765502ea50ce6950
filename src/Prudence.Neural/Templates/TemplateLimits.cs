namespace Prudence.Neural.Templates;

/// <summary>What rendering a template may take. Templates come with models, from anybody.</summary>
public sealed record TemplateLimits
{
    /// <summary>The usual limits: plenty for real templates and long conversations.</summary>
    public static TemplateLimits Default { get; } = new();

    /// <summary>The largest number of steps; a step is an expression, a statement, an item, or sixteen characters of a text that is made.</summary>
    public long Steps { get; init; } = 10_000_000;

    /// <summary>The longest text, in UTF-16 units: the result and each text on the way.</summary>
    public int TextLength { get; init; } = 16_000_000;

    /// <summary>How deep macros and loops may be nested while rendering.</summary>
    public int Depth { get; init; } = 100;
}
