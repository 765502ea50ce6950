namespace Prudence.Neural.Templates;

/// <summary>A place in a template; line and column count from 1.</summary>
internal readonly record struct SourcePosition(int Line, int Column);
