namespace Prudence.Planning.Search;

/// <summary>What a search knows of a state, in the words behind its packed values.</summary>
internal struct SearchNode
{
    /// <summary>The size in words.</summary>
    public const int Words = 3;

    private const int StatusShift = 30;
    private const uint OperatorMask = (1u << StatusShift) - 1;

    private uint operatorAndStatus;

    /// <summary>The state it was reached from; -1 for the initial state.</summary>
    public int Parent;

    /// <summary>The cost of the best known path, as the search counts costs.</summary>
    public int G;

    /// <summary>The operator it was reached by; -1 for the initial state.</summary>
    public readonly int Operator
    {
        get
        {
            var stored = operatorAndStatus & OperatorMask;
            return stored == OperatorMask ? -1 : (int)stored;
        }
    }

    /// <summary>Where it stands.</summary>
    public readonly NodeStatus Status => (NodeStatus)(operatorAndStatus >> StatusShift);

    /// <summary>Changes all at once.</summary>
    public void Set(NodeStatus status, int parent, int operatorId, int g)
    {
        operatorAndStatus = ((uint)status << StatusShift) | ((uint)operatorId & OperatorMask);
        Parent = parent;
        G = g;
    }

    /// <summary>Changes where it stands.</summary>
    public void SetStatus(NodeStatus status) => operatorAndStatus = ((uint)status << StatusShift) | (operatorAndStatus & OperatorMask);
}

/// <summary>Where a state stands in a search.</summary>
internal enum NodeStatus
{
    /// <summary>Just stored.</summary>
    New,

    /// <summary>Waiting for expansion.</summary>
    Open,

    /// <summary>Expanded.</summary>
    Closed,

    /// <summary>Given up.</summary>
    DeadEnd,
}
