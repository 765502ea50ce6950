using System.Collections.Immutable;
using Prudence.Planning.Language;
using Prudence.Planning.Validation;

namespace Prudence.Planning.Explanation;

/// <summary>What a step did.</summary>
internal sealed record TracedStep(decimal Cost, ImmutableArray<FactSupport> Needs, ImmutableArray<string> Adds, ImmutableArray<string> Deletes);

/// <summary>Executes a valid plan and remembers which step last changed each fact, derived facts included.</summary>
internal sealed class TracedExecution
{
    private readonly PddlTask task;
    private readonly ObjectTable objects;
    private readonly AtomStore state = new();
    private readonly ConditionEvaluator evaluator;
    private readonly DerivationRules rules;
    private readonly NeedCollector needs;
    private readonly ImmutableArray<string> derivedPredicates;
    private readonly Dictionary<Atom, decimal> functionValues = [];
    private readonly Dictionary<Atom, int> changedBy = [];
    private int steps;

    public TracedExecution(PddlTask task)
    {
        this.task = task;
        objects = new ObjectTable(task.Domain, task.Problem);
        evaluator = new ConditionEvaluator(objects, state);
        rules = DerivationRules.Create(task.Domain) ?? throw new ArgumentException("A derived predicate depends on its own negation.", nameof(task));
        needs = new NeedCollector(task.Domain, evaluator, objects);
        derivedPredicates = [.. task.Domain.DerivedPredicates.Select(static rule => rule.Predicate).Distinct(StringComparer.Ordinal)];
        foreach (var atom in task.Problem.InitialAtoms)
        {
            state.Add(new Atom(atom.Predicate, Numbers(atom.Arguments)));
        }

        foreach (var value in task.Problem.InitialValues)
        {
            functionValues[new Atom(value.Function, Numbers(value.Arguments))] = value.Value;
        }

        rules.Apply(state, evaluator, objects);
    }

    public TracedStep Apply(PlanStep step)
    {
        steps++;
        var action = task.Domain.Actions.First(schema => schema.Name == step.Action);
        var bindings = new Bindings(objects);
        for (var i = 0; i < step.Arguments.Length; i++)
        {
            bindings.Push(action.Parameters[i].Name, objects.Find(step.Arguments[i]));
        }

        var needed = needs.Collect(action.Precondition, bindings).Concat(NeedsOfEffects(action.Effect, bindings)).Distinct().ToList();
        var supports = Supports(needed);
        var effects = new EffectCollector(evaluator, bindings, functionValues);
        effects.Collect(action.Effect);
        var (adds, deletes) = Change(effects);
        var cost = task.Problem.MinimizesTotalCost ? effects.Cost : 1;
        return new TracedStep(cost, supports, Texts(adds), Texts(deletes));
    }

    /// <summary>What a condition that holds relies on now.</summary>
    public ImmutableArray<FactSupport> Needs(Condition condition) => Supports(needs.Collect(condition, new Bindings(objects)));

    private (List<Atom> Adds, List<Atom> Deletes) Change(EffectCollector effects)
    {
        var derivedBefore = Derived();
        var deletes = effects.Deleted.Where(state.Contains).Except(effects.Added).Distinct().ToList();
        var adds = effects.Added.Where(atom => !state.Contains(atom)).Distinct().ToList();
        deletes.ForEach(state.Remove);
        adds.ForEach(atom => state.Add(atom));
        rules.Apply(state, evaluator, objects);
        var derivedAfter = Derived();
        adds.AddRange(derivedAfter.Except(derivedBefore));
        deletes.AddRange(derivedBefore.Except(derivedAfter));
        foreach (var atom in adds.Concat(deletes))
        {
            changedBy[atom] = steps;
        }

        return (adds, deletes);
    }

    /// <summary>The conditions of the conditional effects that take place: without them the step would do less.</summary>
    private List<(Atom Atom, bool IsTrue)> NeedsOfEffects(Effect effect, Bindings bindings)
    {
        var found = new List<(Atom, bool)>();
        Visit(effect);
        return found;

        void Visit(Effect part)
        {
            switch (part)
            {
                case AndEffect conjunction:
                    foreach (var operand in conjunction.Operands)
                    {
                        Visit(operand);
                    }

                    break;
                case ForAllEffect all:
                    var always = new AndCondition([], all.Position);
                    evaluator.Enumerate(all.Parameters, all.Body is ConditionalEffect inner ? inner.Condition : always, true, bindings, () =>
                    {
                        Visit(all.Body);
                        return false;
                    });
                    break;
                case ConditionalEffect conditional when evaluator.Holds(conditional.Condition, bindings):
                    found.AddRange(needs.Collect(conditional.Condition, bindings));
                    Visit(conditional.Body);
                    break;
                default:
                    break;
            }
        }
    }

    private HashSet<Atom> Derived() => derivedPredicates.SelectMany(state.Of).ToHashSet();

    private ImmutableArray<FactSupport> Supports(IReadOnlyList<(Atom Atom, bool IsTrue)> facts) =>
        [.. facts.Select(fact => new FactSupport(
            fact.IsTrue ? fact.Atom.Text(objects) : $"(not {fact.Atom.Text(objects)})", changedBy.GetValueOrDefault(fact.Atom)))];

    private ImmutableArray<string> Texts(IEnumerable<Atom> atoms) => [.. atoms.Select(atom => atom.Text(objects)).Order(StringComparer.Ordinal)];

    private int[] Numbers(IReadOnlyList<string> names) => [.. names.Select(objects.Find)];
}
