using System.Collections.Immutable;
using Prudence.Planning.Language;
using Prudence.Planning.Validation;
using Prudence.Planning.Validation.Execution;
using Prudence.Planning.Validation.Semantics;

namespace Prudence.Planning.Explanation;

/// <summary>What a step did.</summary>
internal sealed record TracedStep(decimal Cost, ImmutableArray<FactSupport> Needs, ImmutableArray<string> Adds, ImmutableArray<string> Deletes);

/// <summary>Executes a valid plan and remembers which step last changed each fact, derived facts included.</summary>
internal sealed class TracedExecution : IChangeLog
{
    private readonly TaskSemantics task;
    private readonly StepEffects effects;
    private readonly NeedCollector needs;
    private readonly Relation[] derived;
    private readonly Dictionary<(Relation Relation, int Row), int> changedBy = [];
    private readonly HashSet<(Relation Relation, int Row)> adds = [];
    private readonly HashSet<(Relation Relation, int Row)> deletes = [];
    private int steps;

    public TracedExecution(PddlDomain domain, TaskSemantics task, FormulaEvaluator evaluator)
    {
        this.task = task;
        effects = new StepEffects(evaluator) { Guards = [] };
        needs = new NeedCollector(domain, task, evaluator);
        derived = [.. task.Derivations.Rules.Select(static rule => rule.Head).Distinct()];
        task.Derivations.Refresh();
    }

    public TracedStep Apply(PlanStep step)
    {
        steps++;
        var bound = BoundStep.Bind(step, task);
        effects.Collect(bound.Action.Effect, bound.Frame, task.CountsCosts);
        var needed = needs.Collect(bound.Action.Precondition, bound.Frame)
            .Concat(effects.Guards!.SelectMany(guard => needs.Collect(guard.Guard, guard.Frame)))
            .Distinct();
        var supports = Supports(needed);
        Change();
        return new TracedStep(task.CountsCosts ? effects.Cost : 1, supports, Texts(adds), Texts(deletes));
    }

    /// <summary>What a part of the goal that holds relies on now.</summary>
    public ImmutableArray<FactSupport> Needs(Formula goal) => Supports(needs.Collect(goal, new int[task.GoalFrameSize]));

    void IChangeLog.Added(Relation relation, int row) => adds.Add((relation, row));

    void IChangeLog.Deleted(Relation relation, int row) => deletes.Add((relation, row));

    private void Change()
    {
        adds.Clear();
        deletes.Clear();
        var before = DerivedAtoms();
        effects.Apply(steps, task.Derivations, this);
        task.Derivations.Refresh();
        var after = DerivedAtoms();
        adds.UnionWith(after.Except(before));
        deletes.UnionWith(before.Except(after));
        foreach (var atom in adds.Concat(deletes))
        {
            changedBy[atom] = steps;
        }
    }

    private HashSet<(Relation Relation, int Row)> DerivedAtoms() =>
        derived.SelectMany(static relation => Enumerable.Range(0, relation.Count).Select(n => (relation, relation.Member(n)))).ToHashSet();

    private ImmutableArray<FactSupport> Supports(IEnumerable<Fact> facts) =>
        [.. facts.Select(fact => new FactSupport(fact.Text(task.Relations), changedBy.GetValueOrDefault((fact.Relation, fact.Row))))];

    private ImmutableArray<string> Texts(IEnumerable<(Relation Relation, int Row)> atoms) =>
        [.. atoms.Select(atom => task.Relations.Text(atom.Relation, atom.Row)).Order(StringComparer.Ordinal)];
}
