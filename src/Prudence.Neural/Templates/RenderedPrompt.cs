using Prudence.Neural.Templates.Values;
using Prudence.Neural.Tokenizers;

namespace Prudence.Neural.Templates;

/// <summary>A rendered conversation, which knows of each character whether the template wrote it or it comes from messages and other data.</summary>
public sealed class RenderedPrompt
{
    private readonly MarkedText text;
    private readonly IReadOnlyList<string> literals;
    private readonly int[] starts;

    internal RenderedPrompt(MarkedText text, IReadOnlyList<string> literals)
    {
        (this.text, this.literals) = (text, literals);
        starts = new int[text.Runs.Count];
        for (var i = 1; i < starts.Length; i++)
        {
            starts[i] = starts[i - 1] + text.Runs[i - 1].Length;
        }
    }

    /// <summary>The text.</summary>
    public string Text => text.Text;

    /// <summary>
    /// Appends the ids of the prompt. Text of a special token is that token only where the template wrote every character of it: a message cannot forge the
    /// markers that separate messages. Pieces of text that the vocabulary recognises before all others (<see cref="TokenType.UserDefined"/>) are recognised in
    /// messages as well, but for those that stand in the template: they are markers too.
    /// </summary>
    public void Encode(ITokenizer tokenizer, IList<int> ids)
    {
        ArgumentNullException.ThrowIfNull(tokenizer);
        var standsInTemplate = new Dictionary<int, bool>();
        tokenizer.Encode(Text, ids, Accepts);

        bool Accepts(int start, int length, int id)
        {
            if (IsFromTemplate(start, length) || tokenizer.Vocabulary.TypeOf(id) != TokenType.UserDefined)
            {
                return IsFromTemplate(start, length);
            }

            if (!standsInTemplate.TryGetValue(id, out var isMarker))
            {
                var token = Text.Substring(start, length);
                isMarker = !string.IsNullOrWhiteSpace(token) && literals.Any(literal => literal.Contains(token, StringComparison.Ordinal));
                standsInTemplate.Add(id, isMarker);
            }

            return !isMarker;
        }
    }

    /// <summary>Appends the ids of the prompt with special tokens recognised everywhere, in messages too. For conversations that are trusted, such as training data.</summary>
    public void EncodeTrusted(ITokenizer tokenizer, IList<int> ids)
    {
        ArgumentNullException.ThrowIfNull(tokenizer);
        tokenizer.Encode(Text, ids, parseSpecial: true);
    }

    /// <summary>Whether the template wrote all of a stretch.</summary>
    public bool IsFromTemplate(int start, int length)
    {
        var run = Array.BinarySearch(starts, start);
        run = run < 0 ? ~run - 1 : run;
        return run >= 0 && text.Runs[run].IsFromTemplate && start + length <= starts[run] + text.Runs[run].Length;
    }
}
