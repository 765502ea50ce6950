using Prudence.Budgeting;
using Prudence.Planning.States;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Heuristics.PatternDatabases;

/// <summary>
/// Draws states by random walks from the initial state, about as long as the plan may be (Haslum, Botea, Helmert, Bonet and Koenig 2007,
/// "Domain-independent construction of pattern database heuristics", section "Sampling"). Always the same for the same task.
/// </summary>
internal sealed unsafe class SampleStates
{
    private const int Seed = 2011;

    private readonly TransitionSystem system;
    private readonly Random random = new(Seed);
    private readonly uint[] current;
    private readonly int[] applicable;
    private readonly int[] stack;

    private SampleStates(PlanningTask task)
    {
        system = new TransitionSystem(task);
        current = new uint[2 * system.Packer.TotalWords];
        applicable = new int[Math.Max(task.Operators.Count, 1)];
        stack = new int[Math.Max(system.Generator.NodeCount, 1)];
    }

    /// <summary>Draws states; walks begin anew where no operator is applicable.</summary>
    /// <param name="task">The task.</param>
    /// <param name="count">How many states.</param>
    /// <param name="length">The length of the longest walk; the average is half of it.</param>
    /// <param name="stop">Ends the work early.</param>
    /// <exception cref="RunStoppedException">The signal was raised.</exception>
    public static int[][] Draw(PlanningTask task, int count, int length, StopSignal? stop)
    {
        var sampling = new SampleStates(task);
        var states = new int[count][];
        for (var i = 0; i < count; i++)
        {
            stop?.ThrowIfRaised();
            states[i] = sampling.Walk(length);
        }

        return states;
    }

    private int[] Walk(int length)
    {
        var values = new int[system.Packer.VariableCount];
        fixed (uint* words = current)
        fixed (int* first = values, operators = applicable, scratch = stack)
        {
            uint* parent = words, child = words + system.Packer.TotalWords;
            system.Packer.Pack(system.Task.InitialState, parent);
            for (var step = 0; step < length; step++)
            {
                if (random.Next(2) == 0)
                {
                    continue;
                }

                var found = system.Generator.Generate(parent, operators, scratch);
                if (found == 0)
                {
                    system.Packer.Pack(system.Task.InitialState, parent);
                    continue;
                }

                system.Apply(operators[random.Next(found)], parent, child);
                var swapped = parent;
                parent = child;
                child = swapped;
            }

            system.Packer.Unpack(parent, first);
        }

        return values;
    }
}
