using System.Collections.Immutable;
using Prudence.Planning.Language.Reading;
using Prudence.Planning.Validation.Semantics;

namespace Prudence.Planning.Validation.Execution;

/// <summary>Executes steps on the state of a task.</summary>
internal sealed class PlanExecution
{
    private readonly TaskSemantics task;
    private readonly FormulaEvaluator evaluator;
    private readonly StepEffects effects;
    private readonly ViolationFinder violations;
    private readonly List<PlanStep> executed = [];

    public PlanExecution(TaskSemantics task, FormulaEvaluator evaluator)
    {
        (this.task, this.evaluator) = (task, evaluator);
        effects = new StepEffects(evaluator);
        violations = new ViolationFinder(task, evaluator, number => executed[number - 1]);
    }

    /// <summary>The cost of the steps executed so far.</summary>
    public decimal Cost { get; private set; }

    /// <summary>Executes a step, or says what is wrong with it and changes nothing.</summary>
    public ValidationFailure? Apply(PlanStep step)
    {
        var number = executed.Count + 1;
        if (task.FindAction(step.Action) is not { } action)
        {
            return Mistake($"the domain has no action `{step.Action}`{Hint(step.Action, task.ActionNames)}");
        }

        var frame = new int[action.FrameSize];
        if (Bind(step, action, frame) is { } mistake)
        {
            return Mistake(mistake);
        }

        if (action.UsesDerived)
        {
            task.Derivations.Refresh();
        }

        if (!evaluator.Holds(action.Precondition, frame))
        {
            return new ValidationFailure(number, step, violations.Find(action.Precondition, frame));
        }

        try
        {
            effects.Collect(action.Effect, frame, task.CountsCosts);
            Cost += task.CountsCosts ? effects.Cost : 1;
        }
        catch (UndefinedCostException exception)
        {
            return Mistake(exception.Message);
        }
        catch (OverflowException)
        {
            return Mistake("the cost is too large to compute");
        }

        executed.Add(step);
        effects.Apply(number, task.Derivations, log: null);
        return null;

        ValidationFailure Mistake(string reason) => new(number, step, [new Violation(null, reason)]);
    }

    /// <summary>Says which parts of the goal do not hold; null if all do.</summary>
    public ValidationFailure? CheckGoal()
    {
        task.Derivations.Refresh();
        var frame = new int[task.GoalFrameSize];
        return evaluator.Holds(task.Goal, frame) ? null : new ValidationFailure(0, null, violations.Find(task.Goal, frame));
    }

    /// <summary>Puts a step's objects into the frame; says what is wrong with them.</summary>
    private string? Bind(PlanStep step, ActionRules action, int[] frame)
    {
        var parameters = action.Schema.Parameters;
        if (step.Arguments.Length != parameters.Length)
        {
            var names = new List<string>(parameters.Length);
            foreach (var parameter in parameters)
            {
                names.Add(parameter.Name);
            }

            return $"`{action.Schema.Name}` takes {parameters.Length} arguments ({string.Join(' ', names)}), {step.Arguments.Length} given";
        }

        for (var i = 0; i < parameters.Length; i++)
        {
            var value = task.Objects.Find(step.Arguments[i]);
            if (value < 0)
            {
                return $"there is no object `{step.Arguments[i]}`{Hint(step.Arguments[i], task.Objects.Names)}";
            }

            if (!action.Ranges[i].Contains(value))
            {
                return $"`{step.Arguments[i]}` is not of type {parameters[i].Type}, which {parameters[i].Name} needs";
            }

            frame[action.Slots[i]] = value;
        }

        return null;
    }

    private static string Hint(string name, IEnumerable<string> known) => Spelling.Hint(name, known) is { } hint ? $" ({hint})" : "";
}
