namespace Prudence.Planning.Grounding.Invariants;

/// <summary>Classes of terms that denote the same object: a small union-find over parameters and the constants mentioned.</summary>
internal sealed class TermClasses(TypeRelations types)
{
    private const int None = -1;

    private int[] parents = new int[32];
    private int[] nodeTypes = new int[32];
    private int[] nodeObjects = new int[32];
    private int count;
    private int parameterCount;

    /// <summary>True once two different constants fell into one class.</summary>
    public bool HasClash { get; private set; }

    /// <summary>Forgets everything and starts with parameters of the given types.</summary>
    public void Reset(int[] parameterTypes)
    {
        count = 0;
        parameterCount = 0;
        HasClash = false;
        AddParameters(parameterTypes);
    }

    /// <summary>Adds parameters, numbered on from those there are. Must precede the mention of any constant.</summary>
    public void AddParameters(int[] parameterTypes)
    {
        foreach (var type in parameterTypes)
        {
            AddNode(type, None);
        }

        parameterCount += parameterTypes.Length;
    }

    /// <summary>The number of parameters.</summary>
    public int ParameterCount => parameterCount;

    /// <summary>Puts two terms into one class.</summary>
    public void Unify(int first, int second)
    {
        var left = Root(Node(first));
        var right = Root(Node(second));
        if (left == right)
        {
            return;
        }

        HasClash |= nodeObjects[left] != None && nodeObjects[right] != None;
        if (nodeObjects[left] == None)
        {
            parents[left] = right;
        }
        else
        {
            parents[right] = left;
        }
    }

    /// <summary>Whether two terms are known to denote the same object.</summary>
    public bool AreSame(int first, int second) => first == second || Root(Node(first)) == Root(Node(second));

    /// <summary>Whether constants or types keep two terms apart.</summary>
    public bool AreApart(int first, int second)
    {
        var left = Root(Node(first));
        var right = Root(Node(second));
        if (left == right)
        {
            return false;
        }

        for (var i = 0; i < count; i++)
        {
            if (Root(i) != left)
            {
                continue;
            }

            for (var j = 0; j < count; j++)
            {
                if (Root(j) == right && !MayCoincide(i, j))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether a term surely belongs to a type set.</summary>
    public bool IsOfType(int term, int type)
    {
        var root = Root(Node(term));
        for (var i = 0; i < count; i++)
        {
            if (Root(i) == root && (nodeObjects[i] == None ? types.IsWithin(nodeTypes[i], type) : types.Contains(type, nodeObjects[i])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>False if the members of some class cannot all denote one object.</summary>
    public bool IsConsistent()
    {
        if (HasClash)
        {
            return false;
        }

        for (var i = 0; i < count; i++)
        {
            for (var j = i + 1; j < count; j++)
            {
                if (Root(i) == Root(j) && !MayCoincide(i, j))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private bool MayCoincide(int first, int second)
    {
        if (nodeObjects[first] == None)
        {
            return nodeObjects[second] == None
                ? types.Overlap(nodeTypes[first], nodeTypes[second])
                : types.Contains(nodeTypes[first], nodeObjects[second]);
        }

        return nodeObjects[second] == None
            ? types.Contains(nodeTypes[second], nodeObjects[first])
            : nodeObjects[first] == nodeObjects[second];
    }

    private int Node(int term)
    {
        if (term >= 0)
        {
            return term;
        }

        for (var i = parameterCount; i < count; i++)
        {
            if (nodeObjects[i] == ~term)
            {
                return i;
            }
        }

        return AddNode(None, ~term);
    }

    private int AddNode(int type, int item)
    {
        if (count == parents.Length)
        {
            Array.Resize(ref parents, 2 * count);
            Array.Resize(ref nodeTypes, 2 * count);
            Array.Resize(ref nodeObjects, 2 * count);
        }

        parents[count] = count;
        nodeTypes[count] = type;
        nodeObjects[count] = item;
        return count++;
    }

    private int Root(int node)
    {
        while (parents[node] != node)
        {
            node = parents[node];
        }

        return node;
    }
}
