using System.Text.Json;
using Prudence.Neural.Templates;
using Prudence.Neural.Tests.Reference;
using Prudence.Neural.Tests.Tokenizers;

namespace Prudence.Neural.Tests.Templates;

/// <summary>The chat template of SmolLM2 against what the reference implementation renders and encodes.</summary>
public sealed class ChatTemplateReferenceTests
{
    private static readonly JsonElement File = SharedFolder.Absence is null ? JsonDocument.Parse(System.IO.File.ReadAllText(SharedFolder.At("vectors", "lm", "chat_template.json"))).RootElement : default;

    [SharedFact]
    public void All_conversations_are_rendered_as_by_the_reference()
    {
        Assert.Equal(26, Cases().Count);
        Assert.All(Cases(), static item => Assert.Equal(item.GetProperty("rendered").GetString(), Render(item).Text));
    }

    [SharedFact]
    public void With_special_tokens_everywhere_the_ids_are_those_of_the_reference() => Assert.All(Cases(), static item =>
    {
        var ids = new List<int>();
        Render(item).EncodeTrusted(SmolLm.Tokenizer, ids);
        Assert.Equal(Ids(item, "ids"), ids);
    });

    [SharedFact]
    public void Markers_in_messages_stay_text()
    {
        var attacks = 0;
        Assert.All(Cases(), item =>
        {
            var isAttack = item.TryGetProperty("ids_content_as_plain_text", out _);
            attacks += isAttack ? 1 : 0;
            var ids = new List<int>();
            Render(item).Encode(SmolLm.Tokenizer, ids);
            Assert.Equal(Ids(item, isAttack ? "ids_content_as_plain_text" : "ids"), ids);
        });
        Assert.Equal(1, attacks);
    }

    private static RenderedPrompt Render(JsonElement item) => ChatTemplate.Parse(File.GetProperty("template").GetString()!).Render(new ChatTemplateInput
    {
        Messages = [.. item.GetProperty("messages").EnumerateArray().Select(static message => new ChatTemplateMessage(message.GetProperty("role").GetString()!, message.GetProperty("content").GetString()!))],
        AddGenerationPrompt = item.GetProperty("add_generation_prompt").GetBoolean(),
    });

    private static List<JsonElement> Cases() => [.. File.GetProperty("cases").EnumerateArray()];

    private static int[] Ids(JsonElement item, string name) => [.. item.GetProperty(name).EnumerateArray().Select(static id => id.GetInt32())];
}
