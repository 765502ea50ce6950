using System.Collections.Immutable;

namespace Prudence.Planning.Language;

/// <summary>A declared numeric function.</summary>
public sealed record FunctionDeclaration(string Name, ImmutableArray<Parameter> Parameters, SourcePosition Position);
