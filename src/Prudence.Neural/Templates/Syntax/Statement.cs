namespace Prudence.Neural.Templates.Syntax;

/// <summary>A statement of a template.</summary>
internal abstract record Statement(SourcePosition Position);

/// <summary>Text outside of tags.</summary>
internal sealed record DataStatement(SourcePosition Position, Values.MarkedText Text) : Statement(Position);

/// <summary><c>{{ value }}</c></summary>
internal sealed record OutputStatement(SourcePosition Position, Expression Value) : Statement(Position);

/// <summary><c>{% if %}</c> with its other branches; the condition of <c>else</c> is null.</summary>
internal sealed record IfStatement(SourcePosition Position, IReadOnlyList<(Expression? Condition, IReadOnlyList<Statement> Body)> Branches) : Statement(Position);

/// <summary><c>{% for names in items if condition %}</c></summary>
internal sealed record ForStatement(
    SourcePosition Position, IReadOnlyList<string> Names, Expression Items, Expression? Condition, IReadOnlyList<Statement> Body, IReadOnlyList<Statement> Otherwise) : Statement(Position);

/// <summary><c>{% set name = value %}</c></summary>
internal sealed record SetStatement(SourcePosition Position, IReadOnlyList<string> Names, Expression Value) : Statement(Position);

/// <summary><c>{% set namespace.name = value %}</c></summary>
internal sealed record SetAttributeStatement(SourcePosition Position, string Target, string Name, Expression Value) : Statement(Position);

/// <summary><c>{% set name %} ... {% endset %}</c></summary>
internal sealed record SetBlockStatement(SourcePosition Position, string Name, IReadOnlyList<Statement> Body) : Statement(Position);

/// <summary><c>{% macro name(parameters) %}</c></summary>
internal sealed record MacroStatement(SourcePosition Position, string Name, IReadOnlyList<(string Name, Expression? Default)> Parameters, IReadOnlyList<Statement> Body) : Statement(Position);

/// <summary><c>{% generation %}</c>: marks what a model wrote; rendering writes its body.</summary>
internal sealed record GenerationStatement(SourcePosition Position, IReadOnlyList<Statement> Body) : Statement(Position);

/// <summary><c>{% break %}</c> or <c>{% continue %}</c></summary>
internal sealed record LoopControlStatement(SourcePosition Position, bool IsBreak) : Statement(Position);
