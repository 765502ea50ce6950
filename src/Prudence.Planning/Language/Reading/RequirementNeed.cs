namespace Prudence.Planning.Language.Reading;

/// <summary>A requirement and the first place that needs it.</summary>
internal sealed record RequirementNeed(string Requirement, SourcePosition Position);
