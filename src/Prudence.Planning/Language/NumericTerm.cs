using System.Collections.Immutable;

namespace Prudence.Planning.Language;

/// <summary>A number that can be computed from a ground action and the static functions alone.</summary>
public abstract record NumericTerm(SourcePosition Position);

/// <summary>A written number.</summary>
public sealed record NumberTerm(decimal Value, SourcePosition Position) : NumericTerm(Position);

/// <summary>The value of a static function.</summary>
public sealed record FunctionTerm(string Function, ImmutableArray<Term> Arguments, SourcePosition Position) : NumericTerm(Position);

/// <summary>An arithmetic operation: <c>+</c>, <c>-</c>, <c>*</c> or <c>/</c>.</summary>
public sealed record ArithmeticTerm(char Operation, ImmutableArray<NumericTerm> Operands, SourcePosition Position) : NumericTerm(Position);
