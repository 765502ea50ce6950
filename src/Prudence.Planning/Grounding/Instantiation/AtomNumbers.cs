using Prudence.Planning.Grounding.Reachability;

namespace Prudence.Planning.Grounding.Instantiation;

/// <summary>Numbers the reachable atoms of all predicates that are not static, predicate by predicate, then the atoms made up for conditions.</summary>
internal sealed class AtomNumbers
{
    private readonly int[] offsets;
    private readonly bool[] isConstantOnceTrue;
    private readonly RelaxedProgram program;

    public AtomNumbers(LiftedTask task, RelaxedProgram program)
    {
        this.program = program;
        offsets = new int[task.Predicates.Length + 1];
        isConstantOnceTrue = new bool[task.Predicates.Length];
        for (var i = 0; i < task.Predicates.Length; i++)
        {
            isConstantOnceTrue[i] = !task.Predicates[i].IsDerived;
            offsets[i + 1] = offsets[i] + (task.Predicates[i].IsStatic ? 0 : program.Predicates[i].Tuples.Count);
        }

        foreach (var action in task.Actions)
        {
            foreach (var effect in action.Effects)
            {
                isConstantOnceTrue[effect.Atom.Predicate] &= !effect.IsDelete;
            }
        }
    }

    /// <summary>The number of reachable atoms.</summary>
    public int Count => offsets[^1];

    /// <summary>The first atom of a predicate.</summary>
    public int Offset(int predicate) => offsets[predicate];

    /// <summary>The number of the predicate's first tuples that hold for ever: all of a static one, the initial ones if nothing deletes it.</summary>
    public int ConstantCount(int predicate) => isConstantOnceTrue[predicate] ? program.InitialCounts[predicate] : 0;
}
