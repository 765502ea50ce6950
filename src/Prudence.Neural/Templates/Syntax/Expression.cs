namespace Prudence.Neural.Templates.Syntax;

/// <summary>An expression of a template.</summary>
internal abstract record Expression(SourcePosition Position);

/// <summary>A constant.</summary>
internal sealed record ConstantExpression(SourcePosition Position, Values.TemplateValue Value) : Expression(Position);

/// <summary>A variable.</summary>
internal sealed record NameExpression(SourcePosition Position, string Name) : Expression(Position);

/// <summary>A list or tuple.</summary>
internal sealed record ListExpression(SourcePosition Position, IReadOnlyList<Expression> Items, bool IsTuple = false) : Expression(Position);

/// <summary>A map.</summary>
internal sealed record MapExpression(SourcePosition Position, IReadOnlyList<(Expression Key, Expression Value)> Items) : Expression(Position);

/// <summary><c>value.name</c></summary>
internal sealed record AttributeExpression(SourcePosition Position, Expression Target, string Name) : Expression(Position);

/// <summary><c>value[index]</c></summary>
internal sealed record IndexExpression(SourcePosition Position, Expression Target, Expression Index) : Expression(Position);

/// <summary><c>value[start:stop:step]</c></summary>
internal sealed record SliceExpression(SourcePosition Position, Expression Target, Expression? Start, Expression? Stop, Expression? Step) : Expression(Position);

/// <summary><c>-value</c>, <c>+value</c> or <c>not value</c></summary>
internal sealed record UnaryExpression(SourcePosition Position, string Operator, Expression Operand) : Expression(Position);

/// <summary>Two values and an operator; <c>and</c> and <c>or</c> are among them.</summary>
internal sealed record BinaryExpression(SourcePosition Position, string Operator, Expression Left, Expression Right) : Expression(Position);

/// <summary>One or more comparisons in a chain.</summary>
internal sealed record CompareExpression(SourcePosition Position, Expression First, IReadOnlyList<(string Operator, Expression Operand)> Rest) : Expression(Position);

/// <summary><c>value if condition else other</c></summary>
internal sealed record ConditionalExpression(SourcePosition Position, Expression Condition, Expression Then, Expression? Otherwise) : Expression(Position);

/// <summary><c>value | name(arguments)</c></summary>
internal sealed record FilterExpression(SourcePosition Position, Expression Input, string Name, ArgumentList Arguments) : Expression(Position);

/// <summary><c>value is name(arguments)</c></summary>
internal sealed record TestExpression(SourcePosition Position, Expression Input, string Name, ArgumentList Arguments) : Expression(Position);

/// <summary><c>value.name(arguments)</c></summary>
internal sealed record MethodCallExpression(SourcePosition Position, Expression Target, string Name, ArgumentList Arguments) : Expression(Position);

/// <summary><c>name(arguments)</c></summary>
internal sealed record FunctionCallExpression(SourcePosition Position, string Name, ArgumentList Arguments) : Expression(Position);

/// <summary>Arguments of a call.</summary>
internal sealed record ArgumentList(IReadOnlyList<Expression> Positional, IReadOnlyList<(string Name, Expression Value)> Named)
{
    public static ArgumentList Empty { get; } = new([], []);
}
