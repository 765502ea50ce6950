using System.Text;

namespace Prudence.Planning.Language.Writing;

/// <summary>A symbol or list on its way to text, with the length it has on one line.</summary>
internal sealed class Layout
{
    private const int LineLength = 100;
    private const int Indentation = 2;
    private readonly string text;
    private readonly IReadOnlyList<Layout> children;
    private readonly int length;

    private Layout(string text, IReadOnlyList<Layout> children, int length)
    {
        this.text = text;
        this.children = children;
        this.length = length;
    }

    /// <summary>Text that stays on one line.</summary>
    public static Layout Symbol(string text) => new(text, [], text.Length);

    /// <summary>A list that begins with a word and continues with children, each on its own line where they do not fit on one.</summary>
    public static Layout List(string head, params IReadOnlyList<Layout> children)
    {
        var length = head.Length + 2;
        foreach (var child in children)
        {
            length = Math.Min(length + child.length + 1, int.MaxValue / 4);
        }

        return new Layout(head, children, length) { IsList = true };
    }

    private bool IsList { get; init; }

    /// <summary>Appends the layout at a column.</summary>
    public void AppendTo(StringBuilder builder, int column)
    {
        if (!IsList)
        {
            builder.Append(text);
            return;
        }

        builder.Append('(').Append(text);
        if (column + length <= LineLength)
        {
            AppendOnOneLine(builder);
        }
        else
        {
            AppendOnLines(builder, Math.Min(column, LineLength) + Indentation);
        }

        builder.Append(')');
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var builder = new StringBuilder();
        AppendTo(builder, 0);
        return builder.ToString();
    }

    private void AppendOnOneLine(StringBuilder builder)
    {
        for (var i = 0; i < children.Count; i++)
        {
            if (i > 0 || text.Length > 0)
            {
                builder.Append(' ');
            }

            children[i].AppendTo(builder, 0);
        }
    }

    private void AppendOnLines(StringBuilder builder, int column)
    {
        foreach (var child in children)
        {
            builder.Append('\n').Append(' ', column);
            child.AppendTo(builder, column);
        }
    }
}
