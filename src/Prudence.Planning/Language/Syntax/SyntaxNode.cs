namespace Prudence.Planning.Language.Syntax;

/// <summary>A list or a symbol of a <see cref="SyntaxTree"/>.</summary>
internal readonly struct SyntaxNode(SyntaxTree tree, int index)
{
    public int Index => index;

    public bool IsList => tree.IsList(index);

    public bool IsSymbol => !tree.IsList(index);

    /// <summary>The symbol in lower case; empty for a list.</summary>
    public string Name => tree.Name(index);

    public bool IsVariable => Name is ['?', ..];

    public bool IsKeyword => Name is [':', ..];

    public int Count => tree.ChildCount(index);

    public bool IsEmptyList => IsList && Count == 0;

    public bool IsDamaged => tree.IsDamaged(index);

    public SourcePosition Position => tree.Position(index);

    /// <summary>The symbol a list begins with; empty if it begins with no symbol.</summary>
    public string Head
    {
        get
        {
            var first = tree.FirstChild(index);
            return first == 0 ? "" : tree.Name(first);
        }
    }

    public SyntaxNode First => new(tree, tree.FirstChild(index));

    public SyntaxNode this[int child]
    {
        get
        {
            var node = tree.FirstChild(index);
            for (var i = 0; i < child; i++)
            {
                node = tree.NextSibling(node);
            }

            return new SyntaxNode(tree, node);
        }
    }

    /// <summary>The children from the given one on.</summary>
    public Children From(int child)
    {
        var node = tree.FirstChild(index);
        for (var i = 0; i < child && node != 0; i++)
        {
            node = tree.NextSibling(node);
        }

        return new Children(tree, node);
    }

    public Children GetEnumerator() => From(0);

    /// <summary>How the node looks, for messages; cut where it is long.</summary>
    public string Describe() => IsSymbol ? Quotation.Of(Name) : Count == 0 ? "`()`" : Head.Length > 0 ? $"`({Quotation.Cut(Head)}{(Count > 1 ? " ..." : "")})`" : "`((...`";

    /// <summary>Walks along siblings.</summary>
    internal struct Children(SyntaxTree tree, int first)
    {
        private int next = first;
        private int current;

        public readonly SyntaxNode Current => new(tree, current);

        public readonly bool HasMore => next != 0;

        public readonly Children GetEnumerator() => this;

        public bool MoveNext()
        {
            current = next;
            if (current == 0)
            {
                return false;
            }

            next = tree.NextSibling(current);
            return true;
        }
    }
}
