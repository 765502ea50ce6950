namespace Prudence.Neural;

/// <summary>How queries read keys.</summary>
/// <param name="IsCausal">True if a query reads only keys up to its own position.</param>
/// <param name="QueryOffset">The position of the first query, counted in keys, where earlier keys come from a cache.</param>
/// <param name="Layout">In which order heads and positions stand.</param>
public readonly record struct AttentionOptions(bool IsCausal, int QueryOffset = 0, HeadLayout Layout = HeadLayout.HeadsFirst);
