using Prudence.Planning.Tasks;

namespace Prudence.Planning.States;

/// <summary>
/// Writes the decision diagram of a <see cref="SuccessorGenerator"/>. A node is four lists, each behind its length: operators; tests (operator,
/// number of comparisons, then word, mask and value of each); guards (word, mask, value, node offset); switches (word, shift, mask, length of the
/// switch in the code, then one node offset per value, zero for none). Offset zero is not a node.
/// </summary>
internal sealed class SuccessorGeneratorBuilder
{
    // A switch over a variable with so many more values than it has children is written as guards.
    private const int SparseFactor = 16;

    private readonly PlanningTask task;
    private readonly StatePacker packer;
    private readonly int[] starts;
    private readonly int[] facts;
    private readonly int[] order;
    private readonly List<int> code = [0];

    /// <summary>Sorts the operators by their preconditions.</summary>
    public SuccessorGeneratorBuilder(PlanningTask task, StatePacker packer)
    {
        this.task = task;
        this.packer = packer;
        var rank = RankFacts(task);
        starts = task.Operators.Preconditions.Starts;
        facts = (int[])task.Operators.Preconditions.Items.Clone();
        var keys = Array.ConvertAll(facts, fact => rank[fact]);
        for (var o = 0; o < task.Operators.Count; o++)
        {
            Array.Sort(keys, facts, starts[o], starts[o + 1] - starts[o]);
        }

        order = IntSequences.Below(task.Operators.Count);
        Array.Sort(order, (a, b) => Compare(keys, a, b));
    }

    /// <summary>The number of nodes written.</summary>
    public int NodeCount { get; private set; }

    /// <summary>The code written.</summary>
    public Span<int> Code => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(code);

    /// <summary>Writes the diagram and says where its root is.</summary>
    public int Build() => WriteNode(0, order.Length, 0);

    // Variables that many operators ask for come first: they decide most with one look.
    private static int[] RankFacts(PlanningTask task)
    {
        var uses = new int[task.Variables.Length];
        foreach (var fact in task.Operators.Preconditions.Items)
        {
            uses[task.FactVariables[fact]]++;
        }

        var byUse = IntSequences.Below(uses.Length);
        Array.Sort(byUse, (a, b) => uses[a] != uses[b] ? uses[b].CompareTo(uses[a]) : a.CompareTo(b));
        var rank = new int[task.FactCount];
        var next = 0;
        foreach (var variable in byUse)
        {
            for (var fact = task.FactOffsets[variable]; fact < task.FactOffsets[variable + 1]; fact++)
            {
                rank[fact] = next++;
            }
        }

        return rank;
    }

    private int Compare(int[] keys, int a, int b)
    {
        var left = keys.AsSpan(starts[a], starts[a + 1] - starts[a]);
        var right = keys.AsSpan(starts[b], starts[b + 1] - starts[b]);
        var comparison = left.SequenceCompareTo(right);
        return comparison != 0 ? comparison : a.CompareTo(b);
    }

    private int Length(int position) => starts[order[position] + 1] - starts[order[position]];

    private int FactAt(int position, int depth) => facts[starts[order[position]] + depth];

    private int VariableAt(int position, int depth) => task.FactVariables[FactAt(position, depth)];

    // The operators at positions from..to agree on their first `depth` preconditions. Children follow behind the whole node.
    private int WriteNode(int from, int to, int depth)
    {
        NodeCount++;
        var node = code.Count;
        var tests = new List<Branch>();
        var guards = new List<Branch>();
        var switches = new List<List<Branch>>();
        for (var position = WriteOutright(from, to, depth); position < to;)
        {
            var branches = ReadBranches(ref position, to, depth);
            var domainSize = task.Variables[VariableAt(branches[0].From, depth)].DomainSize;
            if (branches.Count == 1)
            {
                (branches[0].Count == 1 ? tests : guards).Add(branches[0]);
            }
            else if (branches.Count * SparseFactor < domainSize)
            {
                guards.AddRange(branches);
            }
            else
            {
                switches.Add(branches);
            }
        }

        var children = new List<(int Patch, Branch Branch)>();
        WriteTests(tests, depth);
        WriteGuards(guards, children);
        WriteSwitches(switches, children);
        foreach (var (patch, branch) in children)
        {
            code[patch] = WriteNode(branch.From, branch.To, depth + 1);
        }

        return node;
    }

    private int WriteOutright(int from, int to, int depth)
    {
        var position = from;
        while (position < to && Length(position) == depth)
        {
            position++;
        }

        code.Add(position - from);
        code.AddRange(order.AsSpan(from, position - from));
        return position;
    }

    // All operators that have a precondition on the same variable next, by its value.
    private List<Branch> ReadBranches(ref int position, int to, int depth)
    {
        var branches = new List<Branch>();
        var variable = VariableAt(position, depth);
        while (position < to && VariableAt(position, depth) == variable)
        {
            var first = position;
            var fact = FactAt(first, depth);
            while (position < to && FactAt(position, depth) == fact)
            {
                position++;
            }

            branches.Add(new Branch(fact, first, position));
        }

        return branches;
    }

    private void WriteTests(List<Branch> tests, int depth)
    {
        code.Add(tests.Count);
        var comparisons = new List<MaskedWord>();
        foreach (var test in tests)
        {
            var o = order[test.From];
            comparisons.Clear();
            PackedConditions.AddMerged(comparisons, task, packer, facts.AsSpan((starts[o] + depth)..starts[o + 1]));
            code.Add(o);
            code.Add(comparisons.Count);
            foreach (var comparison in comparisons)
            {
                WriteComparison(comparison);
            }
        }
    }

    private void WriteGuards(List<Branch> guards, List<(int Patch, Branch Branch)> children)
    {
        code.Add(guards.Count);
        foreach (var branch in guards)
        {
            WriteComparison(MaskedWord.For(packer, task.FactVariables[branch.Fact], task.FactValue(branch.Fact)));
            children.Add((code.Count, branch));
            code.Add(0);
        }
    }

    private void WriteSwitches(List<List<Branch>> switches, List<(int Patch, Branch Branch)> children)
    {
        code.Add(switches.Count);
        foreach (var branches in switches)
        {
            var variable = task.FactVariables[branches[0].Fact];
            var domainSize = task.Variables[variable].DomainSize;
            code.Add(packer.Word(variable));
            code.Add(packer.Shift(variable));
            code.Add((int)packer.Mask(variable));
            code.Add(4 + domainSize);
            foreach (var branch in branches)
            {
                children.Add((code.Count + task.FactValue(branch.Fact), branch));
            }

            System.Runtime.InteropServices.CollectionsMarshal.SetCount(code, code.Count + domainSize);
            Code[^domainSize..].Clear();
        }
    }

    private void WriteComparison(MaskedWord comparison)
    {
        code.Add(comparison.Word);
        code.Add((int)comparison.Mask);
        code.Add((int)comparison.Value);
    }

    private readonly record struct Branch(int Fact, int From, int To)
    {
        public int Count => To - From;
    }
}
