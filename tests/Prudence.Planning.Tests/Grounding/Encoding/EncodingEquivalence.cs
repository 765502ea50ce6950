using Prudence.Planning.Grounding;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Tests.Grounding.Encoding;

/// <summary>Asserts that an encoded task does in every reachable state what the propositional one does.</summary>
internal static class EncodingEquivalence
{
    public static void Check(PropositionalTask task, PlanningTask encoded, List<bool[]> states)
    {
        var propositional = new PropositionalSimulator(task);
        var simulator = new TaskSimulator(encoded);
        if (encoded.Variables is [{ Name: "goal" }])
        {
            Assert.All(states, state => Assert.Equal(encoded.InitialState[0] == 0, PropositionalSimulator.Holds(state, task.Goal)));
            return;
        }

        var operators = Enumerable.Range(0, encoded.Operators.Count).ToLookup(encoded.Operators.Name);
        Assert.Equal(Encode(task, encoded, propositional.Initial), simulator.Initial);
        foreach (var state in states)
        {
            var values = Encode(task, encoded, state);
            Assert.Equal(PropositionalSimulator.Holds(state, task.Goal), simulator.Holds(values, encoded.Goal));
            CheckMutexGroups(encoded, values);
            for (var o = 0; o < task.OperatorCount; o++)
            {
                var isApplicable = propositional.IsApplicable(state, o);
                var next = isApplicable ? Encode(task, encoded, propositional.Apply(state, o)) : values;
                if (!operators.Contains(task.OperatorName(o)))
                {
                    Assert.Equal(values, next);
                    continue;
                }

                var id = operators[task.OperatorName(o)].Single();
                Assert.Equal(isApplicable, simulator.Holds(values, encoded.Operators.Preconditions[id]));
                if (isApplicable)
                {
                    Assert.Equal(next, simulator.Apply(values, id));
                }
            }
        }
    }

    /// <summary>The state of the encoded task that a propositional state stands for, by the names of facts alone.</summary>
    public static int[] Encode(PropositionalTask task, PlanningTask encoded, bool[] state)
    {
        var holding = new HashSet<string>();
        for (var atom = 0; atom < state.Length; atom++)
        {
            if (state[atom])
            {
                holding.Add($"({task.AtomName(atom)})");
            }
        }

        return [.. encoded.Variables.Select(variable => ValueOf(variable, holding))];
    }

    private static int ValueOf(TaskVariable variable, HashSet<string> holding)
    {
        var values = Enumerable.Range(0, variable.DomainSize).Where(value => holding.Contains(variable.FactNames[value])).ToList();
        Assert.True(values.Count <= 1, $"{variable.Name} has several values");
        if (values.Count == 1)
        {
            return values[0];
        }

        Assert.False(variable.FactNames[^1].StartsWith('('), $"{variable.Name} has no value: {string.Join(", ", variable.FactNames)}");
        return variable.DomainSize - 1;
    }

    private static void CheckMutexGroups(PlanningTask encoded, int[] values)
    {
        foreach (var group in encoded.MutexGroups)
        {
            Assert.True(group.Count(fact => values[encoded.FactVariables[fact]] == encoded.FactValue(fact)) <= 1);
        }
    }
}
