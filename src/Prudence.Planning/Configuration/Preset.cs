namespace Prudence.Planning.Configuration;

/// <summary>A search configuration with a name.</summary>
/// <param name="Name">The name.</param>
/// <param name="Configuration">What it stands for.</param>
/// <param name="Purpose">When to choose it, in one sentence.</param>
/// <param name="Fallback">The configuration to use where the first one cannot handle a feature of the task; null if there is none.</param>
public sealed record Preset(string Name, string Configuration, string Purpose, string? Fallback = null);
