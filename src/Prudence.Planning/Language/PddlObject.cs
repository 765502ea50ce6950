namespace Prudence.Planning.Language;

/// <summary>An object or constant.</summary>
public sealed record PddlObject(string Name, TypeReference Type, SourcePosition Position);
