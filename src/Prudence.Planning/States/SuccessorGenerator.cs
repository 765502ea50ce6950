using Prudence.Planning.Tasks;

namespace Prudence.Planning.States;

/// <summary>
/// Finds the operators applicable in a packed state by a decision diagram over the variables (Helmert 2006, "The Fast Downward planning system",
/// section 5.3), flattened into one array of integers. A node lists operators that are applicable outright, operators that need only some masked
/// comparisons more, guards that lead on for one value of a variable, and switches that lead on by its value.
/// </summary>
/// <remarks>The code of a node is what <see cref="SuccessorGeneratorBuilder"/> writes; see there.</remarks>
internal sealed unsafe class SuccessorGenerator
{
    private readonly int[] code;
    private readonly int* start;
    private readonly int root;

    /// <summary>Builds the diagram for a task.</summary>
    public SuccessorGenerator(PlanningTask task, StatePacker packer)
    {
        var builder = new SuccessorGeneratorBuilder(task, packer);
        root = builder.Build();
        NodeCount = builder.NodeCount;
        code = PinnedArray.Copy<int>(builder.Code);
        start = PinnedArray.Pointer(code);
    }

    /// <summary>The number of nodes: the room that <see cref="Generate"/> may need for its stack.</summary>
    public int NodeCount { get; }

    /// <summary>The memory of the diagram, in bytes.</summary>
    public long Bytes => code.Length * (long)sizeof(int);

    /// <summary>Lists the applicable operators, in an order that depends on the state only.</summary>
    /// <param name="words">All words of a packed state.</param>
    /// <param name="operators">Where they go; room for every operator of the task.</param>
    /// <param name="stack">Scratch memory for <see cref="NodeCount"/> integers.</param>
    /// <returns>How many there are.</returns>
    public int Generate(uint* words, int* operators, int* stack)
    {
        var output = operators;
        var top = stack;
        *top = root;
        while (top >= stack)
        {
            var node = start + *top--;
            var outright = *node++;
            for (var i = 0; i < outright; i++)
            {
                *output++ = *node++;
            }

            for (var tests = *node++; tests > 0; tests--)
            {
                node = Test(node, words, ref output);
            }

            for (var guards = *node++; guards > 0; guards--)
            {
                if ((words[node[0]] & (uint)node[1]) == (uint)node[2])
                {
                    *++top = node[3];
                }

                node += 4;
            }

            for (var switches = *node++; switches > 0; switches--)
            {
                var value = (words[node[0]] >> node[1]) & (uint)node[2];
                var child = node[4 + (int)value];
                node += node[3];
                if (child != 0)
                {
                    *++top = child;
                }
            }
        }

        return (int)(output - operators);
    }

    // A test is [operator, number of comparisons, (word, mask, value) ...]
    private static int* Test(int* node, uint* words, ref int* output)
    {
        var next = node + 2 + (3 * node[1]);
        for (var test = node + 2; test < next; test += 3)
        {
            if ((words[test[0]] & (uint)test[1]) != (uint)test[2])
            {
                return next;
            }
        }

        *output++ = *node;
        return next;
    }
}
