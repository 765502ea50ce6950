namespace Prudence.Neural.Templates.Syntax;

/// <summary>A template as read.</summary>
/// <param name="Statements">What it does.</param>
/// <param name="Literals">All texts that stand in it.</param>
internal sealed record ParsedTemplate(IReadOnlyList<Statement> Statements, IReadOnlyList<string> Literals);
