namespace Prudence.Planning.Language.Syntax;

/// <summary>
/// The nested lists of one file in flat arrays: multi-megabyte files must read fast, and deep ones without recursion.
/// Node 0 is a list without parentheses that holds everything written at the outermost level.
/// </summary>
internal sealed class SyntaxTree
{
    private int[] names;
    private int[] nextSiblings;
    private int[] firstChildren;
    private int[] lines;
    private int[] columns;
    private readonly HashSet<int> damaged = [];

    public SyntaxTree(string file, int expectedNodes)
    {
        File = file;
        var size = Math.Max(expectedNodes, 16);
        names = new int[size];
        nextSiblings = new int[size];
        firstChildren = new int[size];
        lines = new int[size];
        columns = new int[size];
        AddNode(~0, 1, 1);
    }

    public string File { get; }

    public NameTable Names { get; } = new();

    public int Count { get; private set; }

    /// <summary>The place just behind the last character.</summary>
    public SourcePosition End { get; set; }

    public SyntaxNode Root => new(this, 0);

    public int AddSymbol(int name, int line, int column) => AddNode(name, line, column);

    public int AddList(int line, int column) => AddNode(~0, line, column);

    /// <summary>Appends a child to a list whose last child is given (0: it has none).</summary>
    public void Link(int list, int lastChild, int child)
    {
        if (lastChild == 0)
        {
            firstChildren[list] = child;
        }
        else
        {
            nextSiblings[lastChild] = child;
        }

        names[list]--;
    }

    /// <summary>Drops the children of a list that stand behind a child of it.</summary>
    public void CutAfter(int list, int child)
    {
        for (var stray = nextSiblings[child]; stray != 0; stray = nextSiblings[stray])
        {
            names[list]++;
        }

        nextSiblings[child] = 0;
    }

    public bool IsList(int node) => names[node] < 0;

    public int ChildCount(int node) => names[node] < 0 ? ~names[node] : 0;

    public string Name(int node) => names[node] < 0 ? "" : Names[names[node]];

    public int FirstChild(int node) => firstChildren[node];

    public int NextSibling(int node) => nextSiblings[node];

    public SourcePosition Position(int node) => new(File, lines[node], columns[node]);

    /// <summary>Notes that parentheses inside the list are wrong, so that what it seems to say is not to be trusted.</summary>
    public void MarkDamaged(int node) => damaged.Add(node);

    public bool IsDamaged(int node) => damaged.Count > 0 && damaged.Contains(node);

    private int AddNode(int name, int line, int column)
    {
        if (Count == names.Length)
        {
            var size = 2 * Count;
            Array.Resize(ref names, size);
            Array.Resize(ref nextSiblings, size);
            Array.Resize(ref firstChildren, size);
            Array.Resize(ref lines, size);
            Array.Resize(ref columns, size);
        }

        names[Count] = name;
        lines[Count] = line;
        columns[Count] = column;
        return Count++;
    }
}
