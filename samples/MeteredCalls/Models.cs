using Microsoft.Extensions.AI;
using Prudence.Testing;

namespace MeteredCalls;

/// <summary>Stands for a provider.</summary>
internal static class Models
{
    public static IChatClient Create() => new ScriptedChatClient(
        [ScriptedAnswer.Saying("8,849 m,", " in", " the Himalaya").Using(input: 14, output: 210)],
        new ScriptedChatClientOptions { AtEnd = ScriptEnd.RepeatLast, ModelId = "gpt-4o" });
}
