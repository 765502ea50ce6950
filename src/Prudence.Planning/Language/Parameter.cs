namespace Prudence.Planning.Language;

/// <summary>A typed variable of a schema, quantifier or declaration. The name keeps its question mark.</summary>
public sealed record Parameter(string Name, TypeReference Type, SourcePosition Position);
