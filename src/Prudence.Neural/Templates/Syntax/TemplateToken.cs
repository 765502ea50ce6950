namespace Prudence.Neural.Templates.Syntax;

/// <summary>A token of a template.</summary>
internal readonly record struct TemplateToken(TokenKind Kind, string Text, SourcePosition Position)
{
    public bool IsOperator(string text) => Kind == TokenKind.Operator && Text == text;

    public bool IsName(string text) => Kind == TokenKind.Name && Text == text;

    /// <summary>The token as messages show it.</summary>
    public string Described => Kind == TokenKind.End ? "the end of the template" : Kind is TokenKind.OutputEnd ? "'}}'" : Kind is TokenKind.BlockEnd ? "'%}'" : $"'{Text}'";
}
