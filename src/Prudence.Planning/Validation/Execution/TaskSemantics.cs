using Prudence.Planning.Language;
using Prudence.Planning.Validation.Semantics;

namespace Prudence.Planning.Validation.Execution;

/// <summary>A task whose names are resolved: objects, relations, actions, rules and goal.</summary>
internal sealed class TaskSemantics
{
    private readonly Dictionary<string, ActionRules> actions = new(StringComparer.Ordinal);
    private readonly PddlDomain domain;

    private TaskSemantics(PddlDomain domain, PddlProblem problem, RelationTable relations, DerivationLayers derivations)
    {
        this.domain = domain;
        (Relations, Derivations) = (relations, derivations);
        relations.Enter(problem);
        CountsCosts = problem.MinimizesTotalCost;
        var scope = new Scope(relations);
        Goal = new FormulaCompiler(relations, scope).Compile(problem.Goal);
        GoalFrameSize = scope.FrameSize;
    }

    public RelationTable Relations { get; }

    public ObjectTable Objects => Relations.Objects;

    public DerivationLayers Derivations { get; }

    public Formula Goal { get; }

    public int GoalFrameSize { get; }

    /// <summary>Whether costs are added up; else every step costs 1.</summary>
    public bool CountsCosts { get; }

    /// <summary>The names of all actions.</summary>
    public IEnumerable<string> ActionNames
    {
        get
        {
            foreach (var schema in domain.Actions)
            {
                yield return schema.Name;
            }
        }
    }

    /// <summary>Resolves a task; null if a derived predicate depends on its own negation.</summary>
    public static TaskSemantics? Create(PddlDomain domain, PddlProblem problem, FormulaEvaluator evaluator)
    {
        var relations = new RelationTable(new ObjectTable(domain, problem));
        return DerivationLayers.Create(domain, relations, evaluator) is { } derivations
            ? new TaskSemantics(domain, problem, relations, derivations)
            : null;
    }

    /// <summary>The action of that name, resolved when it is first asked for; null if there is none.</summary>
    public ActionRules? FindAction(string name)
    {
        if (actions.TryGetValue(name, out var known))
        {
            return known;
        }

        foreach (var schema in domain.Actions)
        {
            if (schema.Name == name)
            {
                var rules = new ActionRules(schema, Relations);
                actions.Add(name, rules);
                return rules;
            }
        }

        return null;
    }
}
