namespace Prudence.Testing;

/// <summary>Answers one after the other.</summary>
internal sealed class Script(IReadOnlyList<ScriptedAnswer> answers, ScriptEnd atEnd)
{
    private readonly ScriptedAnswer[] answers = [.. answers ?? throw new ArgumentNullException(nameof(answers))];

    public ScriptedAnswer For(ScriptedRequest request)
    {
        var index = request.Number - 1;
        return index < answers.Length ? answers[index] : atEnd switch
        {
            ScriptEnd.RepeatLast when answers.Length > 0 => answers[^1],
            ScriptEnd.StartOver when answers.Length > 0 => answers[index % answers.Length],
            _ => throw new InvalidOperationException(
                $"The script has {answers.Length} answers, and this is call {request.Number}: add an answer, or set {nameof(ScriptedChatClientOptions)}.{nameof(ScriptedChatClientOptions.AtEnd)}"),
        };
    }
}
