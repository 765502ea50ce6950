using System.Collections.Immutable;
using Prudence.Planning.Validation;

namespace Prudence.Planning.Explanation;

/// <summary>Why every step of a plan is there.</summary>
/// <param name="Steps">The steps in order.</param>
/// <param name="Goals">The parts of the goal, and what makes them hold in the end.</param>
public sealed record PlanExplanation(ImmutableArray<ExplainedStep> Steps, ImmutableArray<ExplainedGoal> Goals);

/// <summary>One step of a plan with its reasons.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Action">The step.</param>
/// <param name="Cost">What it costs; 1 where the problem has no metric.</param>
/// <param name="Needs">The changeable facts it relies on, and which step brought them about.</param>
/// <param name="Adds">Facts that were false before and are true after it.</param>
/// <param name="Deletes">Facts that were true before and are false after it.</param>
/// <param name="Serves">The facts it brings about for later steps and for the goal. Nothing: the plan would do without it as far as these links tell.</param>
/// <param name="Goals">The parts of the goal it helps to reach in the end, by their index in <see cref="PlanExplanation.Goals"/>.</param>
/// <param name="IsRedundant">True if the plan is still valid without this step and all others so marked.</param>
public sealed record ExplainedStep(
    int Number,
    PlanStep Action,
    decimal Cost,
    ImmutableArray<FactSupport> Needs,
    ImmutableArray<string> Adds,
    ImmutableArray<string> Deletes,
    ImmutableArray<FactService> Serves,
    ImmutableArray<int> Goals,
    bool IsRedundant);

/// <summary>A part of the goal.</summary>
/// <param name="Condition">The part, as PDDL.</param>
/// <param name="Needs">The changeable facts it relies on, and which step brought them about.</param>
public sealed record ExplainedGoal(string Condition, ImmutableArray<FactSupport> Needs);

/// <summary>A fact that is relied on.</summary>
/// <param name="Fact">The fact as PDDL, <c>(not ...)</c> where it must be false.</param>
/// <param name="Step">The step that brought it about; 0 if it was so at first.</param>
public sealed record FactSupport(string Fact, int Step);

/// <summary>A fact that a step brings about for a later one.</summary>
/// <param name="Fact">The fact as PDDL, <c>(not ...)</c> where it must be false.</param>
/// <param name="Step">The step that relies on it; one more than the last for the goal.</param>
public sealed record FactService(string Fact, int Step);
