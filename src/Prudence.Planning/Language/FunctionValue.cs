using System.Collections.Immutable;

namespace Prudence.Planning.Language;

/// <summary>The value of a function for some objects, as <c>:init</c> gives it.</summary>
public sealed record FunctionValue(string Function, ImmutableArray<string> Arguments, decimal Value, SourcePosition Position);
