using System.Text.Json;

namespace Prudence.Neural.Templates;

/// <summary>What a template is rendered with.</summary>
public sealed record ChatTemplateInput
{
    /// <summary>The conversation.</summary>
    public required IReadOnlyList<ChatTemplateMessage> Messages { get; init; }

    /// <summary>Whether the begin of the model's answer follows.</summary>
    public bool AddGenerationPrompt { get; init; }

    /// <summary>Descriptions of tools: a list as chat protocols have it; undefined for the template if null.</summary>
    public JsonElement? Tools { get; init; }

    /// <summary>The text of the begin marker, which templates call <c>bos_token</c>. It counts as written by the template.</summary>
    public string BeginMarker { get; init; } = "";

    /// <summary>The text of the end marker, which templates call <c>eos_token</c>. It counts as written by the template.</summary>
    public string EndMarker { get; init; } = "";

    /// <summary>Other variables that the template asks for, such as <c>enable_thinking</c>.</summary>
    public IReadOnlyDictionary<string, JsonElement> Variables { get; init; } = new Dictionary<string, JsonElement>();
}
