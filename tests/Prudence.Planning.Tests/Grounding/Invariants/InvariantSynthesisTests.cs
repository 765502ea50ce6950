namespace Prudence.Planning.Tests.Grounding.Invariants;

public sealed class InvariantSynthesisTests
{
    private const string Blocks = """
        (define (domain blocks)
          (:predicates (on ?x ?y) (ontable ?x) (clear ?x) (handempty) (holding ?x))
          (:action pick-up :parameters (?x)
            :precondition (and (clear ?x) (ontable ?x) (handempty))
            :effect (and (not (ontable ?x)) (not (clear ?x)) (not (handempty)) (holding ?x)))
          (:action put-down :parameters (?x)
            :precondition (holding ?x)
            :effect (and (not (holding ?x)) (clear ?x) (handempty) (ontable ?x)))
          (:action stack :parameters (?x ?y)
            :precondition (and (holding ?x) (clear ?y))
            :effect (and (not (holding ?x)) (not (clear ?y)) (clear ?x) (handempty) (on ?x ?y)))
          (:action unstack :parameters (?x ?y)
            :precondition (and (on ?x ?y) (clear ?x) (handempty))
            :effect (and (holding ?x) (clear ?y) (not (clear ?x)) (not (handempty)) (not (on ?x ?y)))))
        """;

    [Fact]
    public void Blocks_world_has_three_invariants_although_blocks_might_be_the_same() => Assert.Equal(
        ["clear 0 | holding 0 | on [] 0", "handempty | holding []", "holding 0 | on 0 [] | ontable 0"],
        Invariant.Find(Blocks, Problem("a b c", "(ontable a)")));

    [Fact]
    public void A_truck_is_at_one_place_and_a_package_at_one_place_or_in_one_truck() => Assert.Equal(
        ["at 0 []", "in 0 [] | lies 0 []"],
        Invariant.Find(
            """
            (define (domain transport)
              (:types truck package place)
              (:predicates (at ?t - truck ?l - place) (in ?p - package ?t - truck) (lies ?p - package ?l - place))
              (:action drive :parameters (?t - truck ?a ?b - place) :precondition (at ?t ?a) :effect (and (not (at ?t ?a)) (at ?t ?b)))
              (:action load :parameters (?t - truck ?p - package ?a - place)
                :precondition (and (at ?t ?a) (lies ?p ?a)) :effect (and (not (lies ?p ?a)) (in ?p ?t)))
              (:action unload :parameters (?t - truck ?p - package ?a - place)
                :precondition (and (at ?t ?a) (in ?p ?t)) :effect (and (lies ?p ?a) (not (in ?p ?t)))))
            """,
            Problem("t - truck p - package l - place", "(at t l)")));

    [Theory]
    [InlineData("(and (p ?x) (p ?y))", "(and (not (p ?x)) (p ?z))", true)]
    [InlineData("(and (p ?x) (p ?y))", "(p ?z)", false)]
    [InlineData("(p ?x)", "(and (not (p ?x)) (p ?y) (p ?z))", false)]
    [InlineData("(and (p ?x) (= ?y ?z))", "(and (not (p ?x)) (p ?y) (p ?z))", true)]
    [InlineData("(and (p ?x) (apart ?x ?y))", "(and (not (p ?x)) (p ?y))", true)]
    [InlineData("(p ?x)", "(p ?y)", false)]
    [InlineData("(p ?x)", "(and (not (p ?y)) (p ?z))", false)]
    [InlineData("(p ?x)", "(and (not (p ?x)) (p ?y))", true)]
    [InlineData("(and (p ?x) (p ?y) (not (= ?x ?y)))", "(p ?z)", true)]
    [InlineData("(and (p ?x) (p ?y) (apart ?x ?y))", "(p ?z)", true)]
    [InlineData("(and (p ?x) (p ?y) (beside ?x ?y))", "(p ?z)", false)]
    [InlineData("(or (p ?x) (p ?y))", "(and (not (p ?x)) (not (p ?y)) (p ?z))", true)]
    [InlineData("(or (p ?x) (q ?y))", "(and (not (p ?x)) (not (p ?y)) (p ?z))", false)]
    [InlineData("(exists (?w) (p ?w))", "(and (forall (?w) (not (p ?w))) (p ?z))", true)]
    [InlineData("(p ?x)", "(and (when (q ?x) (not (p ?x))) (p ?z))", false)]
    [InlineData("(and (p ?x) (q ?x))", "(and (when (q ?x) (not (p ?x))) (p ?z))", true)]
    [InlineData("(p ?x)", "(and (when (q ?x) (not (p ?x))) (when (q ?x) (p ?z)))", true)]
    [InlineData("(p ?x)", "(and (when (q ?x) (not (p ?x))) (when (q ?y) (p ?z)))", false)]
    [InlineData("(q ?x)", "(forall (?w) (when (p ?w) (and (not (p ?w)) (p ?z))))", true)]
    [InlineData("(q ?x)", "(forall (?w ?v) (when (and (p ?w) (apart ?w ?v)) (and (not (p ?w)) (p ?v))))", false)]
    public void The_number_of_true_atoms_of_p_never_grows(string precondition, string effect, bool expected)
    {
        var domain = $"""
            (define (domain single)
              (:predicates (p ?x) (q ?x) (apart ?x ?y) (beside ?x ?y))
              (:action a :parameters (?x ?y ?z) :precondition {precondition} :effect (and (q ?z) {effect}))
              (:action b :parameters (?x) :precondition (q ?x) :effect (not (q ?x))))
            """;
        var problem = Problem("o1 o2 o3", "(p o1) (apart o1 o2) (apart o2 o1) (beside o1 o1) (beside o1 o2)");

        Assert.Equal(expected, Invariant.Find(domain, problem).Contains("p []"));
    }

    [Fact]
    public void An_atom_deleted_and_added_again_balances_nothing() =>
        Assert.DoesNotContain(
            "held 0 | loose 0",
            Invariant.Find(
                """
                (define (domain grips)
                  (:predicates (held ?x) (loose ?x) (near ?x ?y))
                  (:action swap :parameters (?x ?y) :precondition (loose ?x)
                    :effect (and (not (loose ?x)) (held ?x) (loose ?y) (not (near ?x ?y)) (not (held ?y)))))
                """,
                Problem("a b", "(loose a) (near a b)")));

    [Fact]
    public void Types_keep_parameters_apart() => Assert.Contains(
        "at 0 []",
        Invariant.Find(
            """
            (define (domain pair)
              (:types cat dog place)
              (:predicates (at ?x - (either cat dog) ?l - place))
              (:action walk :parameters (?c - cat ?d - dog ?a ?b ?to - place)
                :precondition (and (at ?c ?a) (at ?d ?b))
                :effect (and (not (at ?c ?a)) (not (at ?d ?b)) (at ?c ?to) (at ?d ?to))))
            """,
            Problem("c - cat d - dog l m - place", "(at c l) (at d m)")));

    [Fact]
    public void A_universal_delete_over_a_narrower_type_is_not_certain() => Assert.DoesNotContain(
        "at 0 []",
        Invariant.Find(
            """
            (define (domain narrow)
              (:types thing place - object box - thing)
              (:predicates (at ?x - thing ?l - place))
              (:action move :parameters (?x - thing ?a ?b - place)
                :precondition (at ?x ?a)
                :effect (and (at ?x ?b) (forall (?y - box) (when (at ?y ?a) (not (at ?y ?a)))))))
            """,
            Problem("t - thing b - box l m - place", "(at t l) (at b m)")));

    private static string Problem(string objects, string initial) =>
        $"(define (problem some) (:domain some) (:objects {objects}) (:init {initial}) (:goal (and)))";
}
