using System.Text.Json;

namespace Prudence.Neural.Templates;

/// <summary>A message of a conversation.</summary>
/// <param name="Role">Who speaks: system, user, assistant, tool or what else the template knows.</param>
/// <param name="Content">What is said; null where a message only calls tools.</param>
public sealed record ChatTemplateMessage(string Role, string? Content)
{
    /// <summary>What else templates ask for: tool_calls, name, reasoning_content and so on.</summary>
    public IReadOnlyDictionary<string, JsonElement> Fields { get; init; } = new Dictionary<string, JsonElement>();
}
