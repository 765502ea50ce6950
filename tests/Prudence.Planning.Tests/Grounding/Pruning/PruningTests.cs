namespace Prudence.Planning.Tests.Grounding.Pruning;

public sealed class PruningTests
{
    [Fact]
    public void Atom_that_nothing_deletes_is_left_out()
    {
        var task = PddlText.Ground(
            """
            (:predicates (ready ?r) (at ?r ?p))
            (:action go :parameters (?r ?p ?q) :precondition (and (ready ?r) (at ?r ?p)) :effect (and (not (at ?r ?p)) (at ?r ?q)))
            (:action stop :parameters (?r) :precondition (and (at ?r end) (ready ?r)) :effect (and (not (ready ?r)) (at ?r ?r)))
            """.Replace("end", "?r", StringComparison.Ordinal),
            "(:objects r p) (:init (ready r) (at r p)) (:goal (at r r))");
        Assert.Equal(["at r p", "at r r", "ready r"], PddlText.Atoms(task));

        // Without a way to stop, "ready" never changes.
        task = PddlText.Ground(
            """
            (:predicates (ready ?r) (at ?r ?p))
            (:action go :parameters (?r ?p ?q) :precondition (and (ready ?r) (at ?r ?p)) :effect (and (not (at ?r ?p)) (at ?r ?q)))
            (:action stop :parameters (?r ?p) :precondition (and (at ?r ?r) (at ?p ?r)) :effect (not (ready ?p)))
            """,
            "(:objects r p) (:init (ready r) (ready p) (at r p)) (:goal (at r r))");
        Assert.Equal(["at r p", "at r r", "ready r"], PddlText.Atoms(task));
        Assert.Equal(
            ["go r p r: at r p, ready r => at r r; not at r p", "go r r p: at r r, ready r => at r p; not at r r", "stop r r: at r r => not ready r"],
            PddlText.Operators(task));
    }

    [Fact]
    public void Operator_that_needs_a_constant_atom_to_be_false_goes_and_with_it_what_only_it_reaches()
    {
        var task = PddlText.Ground(
            """
            (:predicates (locked) (in) (deep) (out))
            (:action enter :precondition (not (locked)) :effect (in))
            (:action dive :precondition (in) :effect (and (deep) (not (in))))
            (:action leave :effect (out))
            (:action lock :precondition (deep) :effect (locked))
            """,
            "(:init (locked)) (:goal (out))");
        Assert.Equal(["out"], PddlText.Atoms(task));
        Assert.Equal(["leave:  => out"], PddlText.Operators(task));
    }

    [Fact]
    public void Universal_precondition_out_of_reach_is_noticed()
    {
        var task = PddlText.Ground(
            """
            (:types lamp) (:predicates (on ?l - lamp) (bright) (seen))
            (:constants l1 l2 - lamp)
            (:action switch :effect (on l1))
            (:action see :precondition (forall (?l - lamp) (on ?l)) :effect (bright))
            (:action look :precondition (bright) :effect (seen))
            """,
            "(:goal (seen))");
        Assert.True(task.IsTriviallyUnsolvable);
        Assert.Equal(["on l1"], PddlText.Atoms(task));
    }

    [Fact]
    public void Derived_atoms_that_nobody_asks_for_are_left_out()
    {
        var task = PddlText.Ground(
            """
            (:predicates (p) (q) (asked) (between) (unasked))
            (:derived (between) (p))
            (:derived (asked) (and (between) (not (q))))
            (:derived (unasked) (or (p) (asked)))
            (:action a :effect (p))
            (:action b :effect (q))
            """,
            "(:goal (asked))");
        Assert.Equal(["asked", "between", "p", "q"], PddlText.Atoms(task));
        Assert.Equal(["asked <- between, not q", "between <- p"], PddlText.Rules(task));
    }

    [Fact]
    public void Rules_that_always_fire_make_their_atom_constant()
    {
        var task = PddlText.Ground(
            """
            (:predicates (fixed) (always) (alsoalways) (p))
            (:derived (always) (fixed))
            (:derived (alsoalways) (or (p) (always)))
            (:action a :precondition (alsoalways) :effect (p))
            """,
            "(:init (fixed)) (:goal (and (p) (always)))");
        Assert.Empty(task.RuleHeads);
        Assert.Equal(["a:  => p"], PddlText.Operators(task));
        Assert.Equal("p", PddlText.Literals(task, task.Goal));
    }

    [Theory]
    [InlineData("(and (p) (not (p)))", true)]
    [InlineData("(missing)", true)]
    [InlineData("(not (missing))", false)]
    [InlineData("(or (missing) (p))", false)]
    [InlineData("(and)", false)]
    public void Goals_out_of_reach_are_reported(string goal, bool isUnsolvable)
    {
        var task = PddlText.Ground("(:predicates (p) (missing) (gone)) (:action a :effect (p)) (:action b :precondition (gone) :effect (missing))", $"(:goal {goal})");
        Assert.Equal(isUnsolvable, task.IsTriviallyUnsolvable);
    }

    [Fact]
    public void Disjunctive_goal_becomes_a_derived_atom()
    {
        var task = PddlText.Ground(
            "(:predicates (p) (q) (r)) (:action a :effect (p)) (:action b :effect (q)) (:action c :effect (r))",
            "(:goal (and (r) (or (p) (and (q) (not (r))))))");
        Assert.Equal("p, r", PddlText.Literals(task, task.Goal));
        task = PddlText.Ground(
            "(:predicates (p) (q) (r)) (:action a :effect (p)) (:action b :effect (q)) (:action c :effect (r))",
            "(:goal (and (r) (or (p) (q))))");
        Assert.Equal("@condition0, r", PddlText.Literals(task, task.Goal));
        Assert.Equal(["@condition0 <- p", "@condition0 <- q"], PddlText.Rules(task));
    }
}
