using System.Text;
using Microsoft.Extensions.AI;
using Wire = OpenAI.Chat;

namespace Prudence.Models.OpenAI;

/// <summary>Puts calls of tools together, whose arguments come in pieces.</summary>
internal sealed class ToolCallPieces
{
    private readonly SortedDictionary<int, (string Id, string Name, StringBuilder Arguments)> calls = [];

    public void Add(Wire.StreamingChatToolCallUpdate piece)
    {
        var (id, name, arguments) = calls.GetValueOrDefault(piece.Index, ("", "", new StringBuilder()));
        if (piece.FunctionArgumentsUpdate is { } more && !more.ToMemory().IsEmpty)
        {
            arguments.Append(more.ToString());
        }

        calls[piece.Index] = (NotEmpty(piece.ToolCallId, id), NotEmpty(piece.FunctionName, name), arguments);
    }

    /// <summary>The calls so far, which are forgotten then.</summary>
    public List<AIContent> Take()
    {
        List<AIContent> whole = [.. calls.Values.Select(static call => ResponseReader.Call(call.Id, call.Name, call.Arguments.ToString()))];
        calls.Clear();
        return whole;
    }

    private static string NotEmpty(string? text, string before) => string.IsNullOrEmpty(text) ? before : text;
}
