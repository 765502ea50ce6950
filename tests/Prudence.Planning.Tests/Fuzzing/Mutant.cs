namespace Prudence.Planning.Tests.Fuzzing;

/// <summary>One damaged input: its texts by the name of their file, and what must hold of it.</summary>
/// <param name="Files">The texts, so that a failure can be kept.</param>
/// <param name="Check">Throws where the code under test is wrong.</param>
internal sealed record Mutant((string Name, string Text)[] Files, Action Check);
