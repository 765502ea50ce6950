using Prudence.Budgeting;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Heuristics.Landmarks;

/// <summary>
/// Finds landmarks by chaining backwards from the goals (Richter, Helmert and Westphal 2008, "Landmarks Revisited"): what all operators that
/// can first reach a landmark require is a landmark too, as are small sets of like facts of which each of them requires one, and the values
/// that the landmark's variable must pass. An operator can first reach a landmark if the relaxation reaches its preconditions without it.
/// </summary>
internal sealed class LandmarkSearch
{
    // About ten seconds. Counted in steps, so that the result does not depend on the machine.
    private const long MostWork = 2_000_000_000;
    private const int MostRememberedFacts = 1 << 25;

    private readonly PlanningTask task;
    private readonly StopSignal? stop;
    private readonly int[] initialValues;
    private readonly RelaxedRules rules;
    private readonly RelaxedReachability reachability;
    private readonly DomainTransitions transitions;
    private readonly AchieverConditions conditions;
    private readonly DisjunctivePreconditions disjunctions;
    private readonly LandmarkGraphBuilder graph;
    private readonly Dictionary<int, int[]> laterFacts = [];
    private readonly Dictionary<int, int[]> firstAchievers = [];
    private readonly int[] achieverMark;
    private readonly List<int> facts = [];
    private int generation;
    private int rememberedFacts;

    public LandmarkSearch(PlanningTask task, StopSignal? stop)
    {
        this.task = task;
        this.stop = stop;
        initialValues = InitialFacts.Evaluate(task);
        rules = RelaxedRules.Of(task);
        reachability = new RelaxedReachability(rules, InitialFacts.Relax(task, rules.Negated, initialValues));
        transitions = new DomainTransitions(task, initialValues);
        graph = new LandmarkGraphBuilder(task);
        conditions = new AchieverConditions(task, rules, reachability, initialValues);
        disjunctions = new DisjunctivePreconditions(task, graph);
        achieverMark = new int[rules.FactCount];
    }

    /// <summary>Finds the landmarks and their sound orderings, then adds the reasonable ones.</summary>
    public LandmarkGraph Run()
    {
        foreach (var goal in task.Goal)
        {
            graph.AddGoal(goal);
        }

        var isPartial = false;
        while (graph.TryTakeOpen(out var landmark))
        {
            if (IsInitial(graph.Facts(landmark)))
            {
                continue;
            }

            if (reachability.Work > MostWork || stop is { IsRaised: true })
            {
                isPartial = true;
                break;
            }

            Expand(landmark);
        }

        OrderLaterFacts();
        return new LandmarkGraphAssembly(task, rules, reachability, initialValues, stop).Assemble(graph, firstAchievers, isPartial);
    }

    private void Expand(int landmark)
    {
        var landmarkFacts = graph.Facts(landmark);
        reachability.Exclude(landmarkFacts);
        conditions.Collect(landmarkFacts);
        foreach (var fact in conditions.Shared)
        {
            graph.AddAtomicBefore(fact, landmark, greedyNecessary: true);
        }

        if (landmarkFacts.Length == 1)
        {
            OrderPassedValues(landmarkFacts[0], landmark);
        }

        foreach (var disjunction in disjunctions.Find(conditions))
        {
            if (!IsInitial(disjunction))
            {
                graph.AddDisjunctiveBefore(disjunction, landmark);
            }
        }

        foreach (var choice in conditions.Choices)
        {
            if (disjunctions.IsAlike(choice) && !IsInitial(choice))
            {
                graph.AddDisjunctiveBefore(choice, landmark);
            }
        }

        firstAchievers[landmark] = conditions.Operators.ToArray();
        RememberLaterFacts(landmark, landmarkFacts);
        reachability.Restore();
    }

    private void OrderPassedValues(int fact, int landmark)
    {
        var variable = task.FactVariables[fact];
        facts.Clear();
        transitions.CollectPassed(task.Fact(variable, initialValues[variable]), fact, reachability, facts);
        foreach (var passed in facts)
        {
            graph.AddAtomicBefore(passed, landmark, greedyNecessary: false);
        }
    }

    /// <summary>
    /// What cannot be reached without the landmark comes after it, if no operator reaches both at once. Which of these facts are landmarks
    /// is known only at the end.
    /// </summary>
    private void RememberLaterFacts(int landmark, int[] landmarkFacts)
    {
        if (rememberedFacts + reachability.Unreached.Length > MostRememberedFacts)
        {
            return;
        }

        generation++;
        foreach (var fact in landmarkFacts)
        {
            achieverMark[fact] = generation;
            MarkReachedTogether(fact);
        }

        facts.Clear();
        foreach (var fact in reachability.Unreached)
        {
            if (fact < task.FactCount && achieverMark[fact] != generation)
            {
                facts.Add(fact);
            }
        }

        laterFacts[landmark] = [.. facts];
        rememberedFacts += facts.Count;
    }

    private void MarkReachedTogether(int fact)
    {
        foreach (var rule in rules.WithHeadFact[fact])
        {
            var owner = rules.Owners[rule];
            if (owner >= 0)
            {
                for (var effect = task.Operators.EffectStarts[owner]; effect < task.Operators.EffectStarts[owner + 1]; effect++)
                {
                    achieverMark[task.Operators.EffectFacts[effect]] = generation;
                }
            }
        }
    }

    private void OrderLaterFacts()
    {
        foreach (var (landmark, later) in laterFacts)
        {
            foreach (var fact in later)
            {
                if (graph.Atomic(fact) >= 0)
                {
                    graph.Order(landmark, graph.Atomic(fact), greedyNecessary: false);
                }
            }
        }
    }

    private bool IsInitial(int[] landmarkFacts) =>
        Array.Exists(landmarkFacts, fact => initialValues[task.FactVariables[fact]] == task.FactValue(fact));
}
