using System.Text;

namespace Prudence.Neural.Templates.Values;

/// <summary>Joins texts and their marks.</summary>
internal sealed class MarkedTextBuilder
{
    private readonly StringBuilder text = new();
    private readonly List<TextRun> runs = [];

    public int Length => text.Length;

    public MarkedTextBuilder Append(MarkedText part)
    {
        text.Append(part.Text);
        foreach (var run in part.Runs)
        {
            if (runs.Count > 0 && runs[^1].IsFromTemplate == run.IsFromTemplate)
            {
                runs[^1] = run with { Length = runs[^1].Length + run.Length };
            }
            else
            {
                runs.Add(run);
            }
        }

        return this;
    }

    public MarkedText ToText() => text.Length == 0 ? MarkedText.Empty : MarkedText.Of(text.ToString(), runs);
}
