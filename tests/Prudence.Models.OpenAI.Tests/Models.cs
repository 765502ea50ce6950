namespace Prudence.Models.OpenAI.Tests;

/// <summary>Models behind a loopback server.</summary>
internal static class Models
{
    public const string Key = "key-for-tests-0123456789";

    public static OpenAIChatClient At(LoopbackServer server, bool usesMaxTokens = false) =>
        new(new OpenAIModelOptions { ModelId = "gpt-test", Endpoint = server.Endpoint, ApiKey = Key, UsesMaxTokens = usesMaxTokens });
}
