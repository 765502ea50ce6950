using Prudence.Planning.Language;
using Prudence.Planning.Validation;

namespace Prudence.Planning.Tests.Validation;

public sealed class PlanValidatorTests
{
    private const string Blocks = """
        (define (domain blocks)
          (:requirements :strips :typing)
          (:types block)
          (:predicates (on ?x ?y - block) (on-table ?x - block) (clear ?x - block) (hand-empty) (holding ?x - block))
          (:action pick-up :parameters (?x - block)
            :precondition (and (clear ?x) (on-table ?x) (hand-empty))
            :effect (and (not (on-table ?x)) (not (clear ?x)) (not (hand-empty)) (holding ?x)))
          (:action stack :parameters (?x ?y - block)
            :precondition (and (holding ?x) (clear ?y))
            :effect (and (not (holding ?x)) (not (clear ?y)) (clear ?x) (hand-empty) (on ?x ?y))))
        """;

    private const string ThreeBlocks = """
        (define (problem three) (:domain blocks) (:objects a b c - block)
          (:init (on-table a) (on-table b) (on-table c) (clear a) (clear b) (clear c) (hand-empty))
          (:goal (and (on a b) (on b c))))
        """;

    private const string Doors = """
        (define (domain doors)
          (:requirements :adl :derived-predicates :action-costs)
          (:types room door)
          (:constants hall - room)
          (:predicates (at ?r - room) (joins ?d - door ?a ?b - room) (open ?d - door) (lit ?r - room) (reachable ?r - room) (dark-somewhere))
          (:functions (total-cost) (length ?d - door))
          (:derived (reachable ?r - room)
            (or (at ?r) (exists (?d - door ?s - room) (and (reachable ?s) (joins ?d ?s ?r) (open ?d)))))
          (:derived (dark-somewhere) (exists (?r - room) (not (lit ?r))))
          (:action walk :parameters (?from ?to - room ?d - door)
            :precondition (and (at ?from) (joins ?d ?from ?to) (open ?d) (not (= ?from ?to)))
            :effect (and (not (at ?from)) (at ?to) (increase (total-cost) (+ 1 (length ?d)))))
          (:action switch :parameters ()
            :precondition (forall (?r - room) (imply (lit ?r) (reachable ?r)))
            :effect (and (forall (?r - room) (when (reachable ?r) (lit ?r))) (increase (total-cost) 2)))
          (:action rest :parameters () :precondition (not (dark-somewhere)) :effect (lit hall)))
        """;

    private const string TwoRooms = """
        (define (problem two) (:domain doors) (:objects attic - room d e - door)
          (:init (at hall) (joins d hall attic) (joins e attic hall) (open d) (lit attic) (= (total-cost) 0) (= (length d) 5) (= (length e) 1))
          (:goal (and (lit hall) (or (at attic) (open e))))
          (:metric minimize (total-cost)))
        """;

    [Fact]
    public void A_right_plan_is_valid_and_costs_its_length() => AssertValid(Check(Blocks, ThreeBlocks, "(pick-up b) (stack b c) (pick-up a) (stack a b)"), 4);

    [Theory]
    [InlineData("(pick-up b) (stack b c) (pick-up a)", 0, "(on a b)", "it was not true at first")]
    [InlineData("(pick-up b) (pick-up a)", 2, "(hand-empty)", "step 1 (pick-up b) deleted it")]
    [InlineData("(pick-up b) (stack b c) (pick-up c)", 3, "(clear c)", "step 2 (stack b c) deleted it")]
    [InlineData("(pickup b)", 1, null, "did you mean `pick-up`?")]
    [InlineData("(pick-up)", 1, null, "takes 1 arguments (?x), 0 given")]
    [InlineData("(pick-up d)", 1, null, "there is no object `d`")]
    public void The_first_violation_is_explained(string plan, int step, string? condition, string reason)
    {
        var result = Check(Blocks, ThreeBlocks, plan);

        Assert.False(result.IsValid);
        Assert.Equal(step, result.Failure!.Step);
        Assert.Equal(condition, result.Failure.Condition);
        Assert.Contains(reason, result.Failure.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Quantifiers_derived_atoms_and_costs_are_followed() => AssertValid(Check(Doors, TwoRooms, "(switch) (rest) (walk hall attic d)"), 8);

    [Theory]
    [InlineData("(walk hall attic d) (switch)", 0, "(lit hall)")]
    [InlineData("(rest)", 1, "(not (dark-somewhere))")]
    [InlineData("(walk hall attic e)", 1, "(joins e hall attic)")]
    [InlineData("(walk hall hall d)", 1, "(joins d hall hall)")]
    [InlineData("(walk d attic d)", 1, null)]
    public void Violations_in_rich_conditions_are_found(string plan, int step, string? condition)
    {
        var result = Check(Doors, TwoRooms, plan);

        Assert.False(result.IsValid);
        Assert.Equal(step, result.Failure!.Step);
        Assert.Equal(condition, result.Failure.Condition);
    }

    [Fact]
    public void Deletes_happen_before_adds()
    {
        const string Domain = "(define (domain d) (:predicates (p)) (:action a :parameters () :effect (and (p) (not (p)))))";
        AssertValid(Check(Domain, "(define (problem q) (:domain d) (:init) (:goal (p)))", "(a)"), 1);
    }

    private static void AssertValid(ValidationResult result, decimal cost)
    {
        Assert.True(result.IsValid, result.ToString());
        Assert.Equal(cost, result.Cost);
    }

    private static ValidationResult Check(string domain, string problem, string plan)
    {
        var task = PddlReader.ReadTask(domain, "domain.pddl", problem, "problem.pddl");
        Assert.True(task.IsSuccess, string.Join('\n', task.Diagnostics));
        var steps = PlanReader.Read(plan.Replace(") (", ")\n(", StringComparison.Ordinal), "plan");
        return PlanValidator.Validate(task.Value!.Domain, task.Value.Problem, steps.Value!);
    }
}
