namespace Prudence.Neural.Tokenizers;

/// <summary>Texts of tokens by their characters, for walking along a text. The first id given for a text stays.</summary>
internal sealed class TokenTrie
{
    /// <summary>Where every walk begins.</summary>
    public const int Root = 0;

    private readonly PairTable edges = new(64);
    private readonly List<int> ids = [-1];

    public void Add(string text, int id)
    {
        var node = Root;
        foreach (var character in text)
        {
            if (!TryStep(node, character, out var next))
            {
                next = ids.Count;
                ids.Add(-1);
                edges.Add(node, character, next, 0);
            }

            node = next;
        }

        ids[node] = ids[node] < 0 ? id : ids[node];
    }

    /// <summary>Goes one character on, if any text does.</summary>
    public bool TryStep(int node, char character, out int next) => edges.TryGet(node, character, out next, out _);

    /// <summary>The token that ends at a node; -1 if none does.</summary>
    public int IdAt(int node) => ids[node];
}
