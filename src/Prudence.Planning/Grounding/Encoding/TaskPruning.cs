namespace Prudence.Planning.Grounding.Encoding;

/// <summary>Marks what the encoding may leave out of a propositional task, which itself stays as it is.</summary>
internal sealed class TaskPruning
{
    public TaskPruning(PropositionalTask task)
    {
        Task = task;
        Status = new AtomStatus[task.AtomCount];
        RemovedOperators = new bool[task.OperatorCount];
        RemovedEffects = new bool[task.EffectLiterals.Length];
        RemovedRules = new bool[task.RuleHeads.Length];
        IsDerived = new bool[task.AtomCount];
        for (var atom = 0; atom < IsDerived.Length; atom++)
        {
            IsDerived[atom] = task.Lifted.Predicates[task.AtomPredicates[atom]].IsDerived;
        }

        foreach (var head in task.RuleHeads)
        {
            IsDerived[head] = true;
        }
    }

    public PropositionalTask Task { get; }

    public AtomStatus[] Status { get; }

    public bool[] IsDerived { get; }

    public bool[] RemovedOperators { get; }

    public bool[] RemovedEffects { get; }

    public bool[] RemovedRules { get; }

    /// <summary>True once the goal is known to be out of reach.</summary>
    public bool IsUnsolvable { get; set; }

    /// <summary>Whether the literal holds in every reachable state.</summary>
    public bool IsAlways(int literal) => Status[literal >= 0 ? literal : ~literal] == (literal >= 0 ? AtomStatus.True : AtomStatus.False);

    /// <summary>Whether the literal holds in no reachable state.</summary>
    public bool IsNever(int literal) => Status[literal >= 0 ? literal : ~literal] == (literal >= 0 ? AtomStatus.False : AtomStatus.True);
}
