namespace Prudence.Planning.Configuration;

/// <summary>A search or heuristic that configurations may name.</summary>
/// <param name="Name">The name.</param>
/// <param name="Purpose">What it is, in a few words.</param>
public sealed record ConfigurationWord(string Name, string Purpose);
