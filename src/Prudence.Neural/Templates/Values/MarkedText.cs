namespace Prudence.Neural.Templates.Values;

/// <summary>
/// A text that knows of each character whether the template wrote it. Cutting and joining keep that; every other operation makes the result data, so that
/// nothing counts as written by the template but copies of what stands in it.
/// </summary>
internal sealed class MarkedText
{
    private readonly IReadOnlyList<TextRun> runs;

    private MarkedText(string text, IReadOnlyList<TextRun> runs) => (Text, this.runs) = (text, runs);

    public static MarkedText Empty { get; } = new("", []);

    public string Text { get; }

    public int Length => Text.Length;

    /// <summary>The stretches, from the first to the last character.</summary>
    public IReadOnlyList<TextRun> Runs => runs;

    public static MarkedText FromTemplate(string text) => text.Length == 0 ? Empty : new(text, [new TextRun(text.Length, true)]);

    public static MarkedText FromData(string text) => text.Length == 0 ? Empty : new(text, [new TextRun(text.Length, false)]);

    public static MarkedText Of(string text, IReadOnlyList<TextRun> runs) => new(text, runs);

    /// <summary>A part, with its marks.</summary>
    public MarkedText Slice(int start, int length)
    {
        if (length == Length)
        {
            return this;
        }

        var kept = new List<TextRun>();
        var place = 0;
        foreach (var run in runs)
        {
            var overlap = Math.Min(place + run.Length, start + length) - Math.Max(place, start);
            if (overlap > 0)
            {
                kept.Add(run with { Length = overlap });
            }

            place += run.Length;
        }

        return new MarkedText(Text.Substring(start, length), kept);
    }

    /// <summary>Another text of the same length, character for character made of this one.</summary>
    public MarkedText Map(string text) => text.Length == Length ? new(text, runs) : FromData(text);
}
