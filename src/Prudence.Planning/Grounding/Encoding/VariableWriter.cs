using Prudence.Planning.Tasks;

namespace Prudence.Planning.Grounding.Encoding;

/// <summary>Names the variables and facts of a layout and gives their first values.</summary>
internal static class VariableWriter
{
    /// <summary>All variables in order.</summary>
    public static TaskVariable[] Write(PropositionalTask task, VariableLayout layout, int[] axiomLayers)
    {
        var variables = new TaskVariable[layout.VariableCount];
        for (var v = 0; v < layout.Cover.Count; v++)
        {
            var atoms = layout.Cover[v];
            var names = new string[atoms.Length + (layout.HasNone[v] ? 1 : 0)];
            for (var value = 0; value < atoms.Length; value++)
            {
                names[value] = Name(task, atoms[value]);
            }

            if (layout.HasNone[v])
            {
                names[^1] = atoms.Length == 1 ? "not " + names[0] : "<none of those>";
            }

            variables[v] = new TaskVariable(VariableName(v), names);
        }

        var next = layout.Cover.Count;
        foreach (var atom in layout.ExtraAtoms)
        {
            variables[next] = new TaskVariable(VariableName(next), BinaryNames(task, atom));
            next++;
        }

        foreach (var atom in layout.DerivedAtoms)
        {
            variables[next] = new TaskVariable(VariableName(next), BinaryNames(task, atom), axiomLayers[atom], DefaultValue: 1);
            next++;
        }

        return variables;
    }

    /// <summary>The first value of each variable.</summary>
    public static int[] InitialState(PropositionalTask task, VariableLayout layout)
    {
        var state = new int[layout.VariableCount];
        Array.Fill(state, 1);
        for (var v = 0; v < layout.Cover.Count; v++)
        {
            var atoms = layout.Cover[v];
            state[v] = atoms.Length;
            for (var value = 0; value < atoms.Length; value++)
            {
                if (task.Initial[atoms[value]])
                {
                    state[v] = value;
                }
            }
        }

        for (var i = 0; i < layout.ExtraAtoms.Length; i++)
        {
            state[layout.Cover.Count + i] = task.Initial[layout.ExtraAtoms[i]] ? 0 : 1;
        }

        return state;
    }

    private static string VariableName(int variable) => $"var{variable}";

    private static string Name(PropositionalTask task, int atom) => $"({task.AtomName(atom)})";

    private static string[] BinaryNames(PropositionalTask task, int atom)
    {
        var name = Name(task, atom);
        return [name, "not " + name];
    }
}
