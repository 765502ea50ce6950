namespace Prudence.Neural.Templates;

/// <summary>A chat template cannot be read or rendered. The message says what is wrong, with line and column.</summary>
public sealed class ChatTemplateException : FormatException
{
    /// <summary>An exception without a message of its own.</summary>
    public ChatTemplateException()
    {
    }

    /// <summary>An exception about the template as a whole.</summary>
    public ChatTemplateException(string message)
        : base(message)
    {
    }

    /// <summary>An exception about the template as a whole.</summary>
    public ChatTemplateException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal ChatTemplateException(SourcePosition position, string message)
        : base($"chat template, line {position.Line}, column {position.Column}: {message}") => (Line, Column) = (position.Line, position.Column);

    /// <summary>The line, from 1; 0 if it is about the template as a whole.</summary>
    public int Line { get; }

    /// <summary>The column, from 1, in UTF-16 units; 0 if it is about the template as a whole.</summary>
    public int Column { get; }
}
