using Prudence.Planning.Tasks;

namespace Prudence.Planning.Tests.Tasks;

public sealed class SasWriterTests
{
    [Fact]
    public void Tasks_of_every_kind_come_back_as_they_were()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var task = RandomTasks.OfEveryKind(seed);
            AssertSame(task, RoundTrip(task));
        }
    }

    [Fact]
    public void Mutex_groups_and_names_come_back()
    {
        var task = new PlanningTask([new TaskVariable("x", ["(at truck a)", "(at truck b)", "<none of those>"]), new TaskVariable("y", ["(bright)", "not (bright)"])])
        {
            Operators = new OperatorTable
            {
                Costs = [3],
                Preconditions = IntLists.From([[1, 4]]),
                EffectStarts = [0, 2],
                EffectFacts = [0, 2],
                EffectConditions = IntLists.From([[3], []]),
                Name = static _ => "drive truck b a",
            },
            Axioms = RuleTable.Empty,
            InitialState = [1, 1],
            Goal = [0],
            HasMetric = true,
            MutexGroups = [[0, 3], [1, 4]],
        };
        var back = RoundTrip(task);

        AssertSame(task, back);
        Assert.Equal(task.MutexGroups, back.MutexGroups);
        Assert.Equal("drive truck b a", back.Operators.Name(0));
    }

    [Fact]
    public void Writes_atoms_and_effects_as_the_translator_does()
    {
        var lines = Write(new PlanningTask([new TaskVariable("x", ["(at truck a)", "(at truck b)"]), new TaskVariable("y", ["(bright)", "not (bright)"], 0, 1)])
        {
            Operators = new OperatorTable
            {
                Costs = [7],
                Preconditions = IntLists.From([[1, 2]]),
                EffectStarts = [0, 1],
                EffectFacts = [0],
                EffectConditions = IntLists.From([[2]]),
                Name = static _ => "drive truck b a",
            },
            Axioms = new RuleTable { Heads = [2], Bodies = IntLists.From([[0]]) },
            InitialState = [1, 1],
            Goal = [0],
            HasMetric = true,
        }).Split('\n');

        Assert.Contains("Atom at(truck, a)", lines);
        Assert.Contains("NegatedAtom bright()", lines);

        // One condition that stays, then one effect: its condition, its variable, the value before and the value after; then the cost.
        var start = Array.IndexOf(lines, "begin_operator");
        Assert.Equal(["drive truck b a", "1", "1 0", "1", "1 1 0 0 1 0", "7", "end_operator"], lines[(start + 1)..(start + 8)]);
        start = Array.IndexOf(lines, "begin_rule");
        Assert.Equal(["1", "0 0", "1 1 0", "end_rule", ""], lines[(start + 1)..]);
    }

    private static string Write(PlanningTask task)
    {
        using var writer = new StringWriter { NewLine = "\r\n" };
        SasWriter.Write(task, writer);
        return writer.ToString();
    }

    private static PlanningTask RoundTrip(PlanningTask task) => SasReader.Read(new StringReader(Write(task)));

    private static void AssertSame(PlanningTask task, PlanningTask back)
    {
        Assert.Equal(task.Variables.Select(static variable => (variable.AxiomLayer, variable.DefaultValue)), back.Variables.Select(static variable => (variable.AxiomLayer, variable.DefaultValue)));
        Assert.Equal(task.Variables.SelectMany(static variable => variable.FactNames), back.Variables.SelectMany(static variable => variable.FactNames));
        Assert.Equal(task.InitialState, back.InitialState);
        Assert.Equal(task.Goal, back.Goal);
        Assert.Equal(task.HasMetric, back.HasMetric);
        Assert.Equal(task.Operators.Costs, back.Operators.Costs);
        AssertSame(task.Operators.Preconditions, back.Operators.Preconditions);
        Assert.Equal(task.Operators.EffectStarts, back.Operators.EffectStarts);
        Assert.Equal(task.Operators.EffectFacts, back.Operators.EffectFacts);
        AssertSame(task.Operators.EffectConditions, back.Operators.EffectConditions);
        Assert.Equal(task.Axioms.Heads, back.Axioms.Heads);
        AssertSame(task.Axioms.Bodies, back.Axioms.Bodies);
    }

    private static void AssertSame(IntLists left, IntLists right)
    {
        Assert.Equal(left.Starts, right.Starts);
        Assert.Equal(left.Items, right.Items);
    }
}
