namespace Prudence.Planning.Language;

/// <summary>A domain and a problem of it.</summary>
public sealed record PddlTask(PddlDomain Domain, PddlProblem Problem);
