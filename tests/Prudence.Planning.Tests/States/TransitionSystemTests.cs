using Prudence.Planning.States;
using Prudence.Planning.Tasks;
using Prudence.Planning.Tests.Tasks;

namespace Prudence.Planning.Tests.States;

public sealed unsafe class TransitionSystemTests
{
    public static TheoryData<int> Seeds => new(Enumerable.Range(0, 60));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Reachable_states_have_the_successors_of_the_reference(int seed)
    {
        var task = RandomTasks.OfEveryKind(seed);
        var system = new TransitionSystem(task);
        var view = new StateView(system);
        var operators = new int[task.Operators.Count];
        var stack = new int[system.Generator.NodeCount];
        var child = stackalloc uint[system.Packer.TotalWords];
        var childView = new StateView(system);
        foreach (var (state, _) in ReferenceSemantics.Explore(task).Values)
        {
            view.Show(state);
            Assert.Equal(state, view.Values.ToArray());
            Assert.Equal(ReferenceSemantics.AllHold(task, state, task.Goal), system.IsGoal(view.Words));
            int count;
            fixed (int* output = operators, scratch = stack)
            {
                count = system.Generator.Generate(view.Words, output, scratch);
            }

            Assert.Equal(
                Enumerable.Range(0, task.Operators.Count).Where(o => ReferenceSemantics.IsApplicable(task, state, o)),
                operators.Take(count).Order());
            foreach (var o in operators.Take(count))
            {
                system.Apply(o, view.Words, child);
                childView.Show(child);
                Assert.Equal(ReferenceSemantics.Apply(task, state, o), childView.Values.ToArray());
            }
        }
    }

    [Fact]
    public void Of_several_effects_on_a_variable_the_last_that_happens_counts()
    {
        var variables = new[] { new TaskVariable("a", ["0", "1", "2"]), new TaskVariable("b", ["0", "1"]) };
        var task = new PlanningTask(variables)
        {
            Operators = new OperatorTable
            {
                Costs = [1],
                Preconditions = IntLists.From([[]]),
                EffectStarts = [0, 4],
                EffectFacts = [1, 2, 1, 4],
                EffectConditions = IntLists.From([[], [3], [4], []]),
                Name = static _ => "o",
            },
            Axioms = RuleTable.Empty,
            InitialState = [0, 0],
            Goal = [4],
            HasMetric = false,
        };
        var system = new TransitionSystem(task);
        var view = new StateView(system);
        var child = stackalloc uint[system.Packer.TotalWords];

        view.Show([0, 0]);
        system.Apply(0, view.Words, child);
        Assert.Equal(2, system.Packer.Get(child, 0));
        view.Show([0, 1]);
        system.Apply(0, view.Words, child);
        Assert.Equal(1, system.Packer.Get(child, 0));
        Assert.Equal(1, system.Packer.Get(child, 1));
    }
}
