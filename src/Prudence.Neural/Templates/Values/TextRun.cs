namespace Prudence.Neural.Templates.Values;

/// <summary>A stretch of a text that comes from one side.</summary>
/// <param name="Length">Its length in UTF-16 units.</param>
/// <param name="IsFromTemplate">True if the template wrote it; false if it comes from messages, tools or other data.</param>
internal readonly record struct TextRun(int Length, bool IsFromTemplate);
