namespace Prudence.Planning.Tests.Language;

/// <summary>Small domains with problems that together use all of the language.</summary>
internal static class SampleDomains
{
    public const string Blocks = """
        (define (domain blocks)
          (:requirements :strips :typing)
          (:types block)
          (:predicates (on ?x ?y - block) (on-table ?x - block) (clear ?x - block) (hand-empty) (holding ?x - block))
          (:action pick-up
            :parameters (?x - block)
            :precondition (and (clear ?x) (on-table ?x) (hand-empty))
            :effect (and (not (on-table ?x)) (not (clear ?x)) (not (hand-empty)) (holding ?x)))
          (:action put-down
            :parameters (?x - block)
            :precondition (holding ?x)
            :effect (and (not (holding ?x)) (clear ?x) (hand-empty) (on-table ?x)))
          (:action stack
            :parameters (?x ?y - block)
            :precondition (and (holding ?x) (clear ?y))
            :effect (and (not (holding ?x)) (not (clear ?y)) (clear ?x) (hand-empty) (on ?x ?y)))
          (:action unstack
            :parameters (?x ?y - block)
            :precondition (and (on ?x ?y) (clear ?x) (hand-empty))
            :effect (and (holding ?x) (clear ?y) (not (clear ?x)) (not (hand-empty)) (not (on ?x ?y)))))
        """;

    public const string BlocksProblem = """
        (define (problem tower)
          (:domain blocks)
          (:objects a b c - block)
          (:init (on-table a) (on b a) (on-table c) (clear b) (clear c) (hand-empty))
          (:goal (and (on a b) (on b c))))
        """;

    public const string Delivery = """
        ; Trucks on roads, with every construct that is read.
        (define (domain delivery)
          (:requirements :adl :derived-predicates :action-costs)
          (:types truck van - vehicle  vehicle package - thing  place  thing - object
                  depot - (either place thing))
          (:constants home - depot spare - van)
          (:predicates (at ?x - thing ?p - (either place depot)) (in ?x - package ?v - vehicle) (road ?p ?q - place)
                       (reachable ?p ?q - place) (broken ?v - vehicle) (sealed))
          (:functions (total-cost) - number (distance ?p ?q - place) - number (toll) - number)
          (:derived (reachable ?p ?q - place)
            (or (road ?p ?q) (exists (?r - place) (and (road ?p ?r) (reachable ?r ?q)))))
          (:action drive
            :parameters (?v - vehicle ?p ?q - place)
            :precondition (and (at ?v ?p) (road ?p ?q) (not (= ?p ?q)) (imply (broken ?v) (sealed)))
            :effect (and (at ?v ?q) (not (at ?v ?p))
                         (forall (?x - package) (when (in ?x ?v) (and (at ?x ?q) (not (at ?x ?p)))))
                         (increase (total-cost) (+ (* 2 (distance ?p ?q)) (- (toll) 0.5) (/ 6 3)))))
          (:action load
            :parameters (?x - package ?v - vehicle ?p - place)
            :precondition (and (at ?x ?p) (at ?v ?p) (not (in ?x ?v)))
            :effect (and (in ?x ?v) (increase (total-cost) 1)))
          (:action finish
            :parameters ()
            :precondition (forall (?x - package) (exists (?p - place) (or (at ?x ?p) (not (sealed)))))
            :effect (sealed)))
        """;

    public const string DeliveryProblem = """
        (define (problem round-trip)
          (:domain delivery)
          (:objects t1 - truck p1 p2 - package A B C - place 7 - place odd - (either truck package))
          (:init (at t1 a) (at p1 b) (at p2 c) (at spare home) (road a b) (road b c) (road c a)
                 (= (total-cost) 0) (= (toll) 1.5) (= (distance a b) 10) (= (distance b c) 12) (= (distance c a) 7))
          (:goal (and (forall (?p - package) (at ?p 7)) (or (sealed) (not (broken t1))) (imply (sealed) (= t1 spare))))
          (:metric minimize (total-cost)))
        """;

    /// <summary>Domains and problems in pairs.</summary>
    public static (string Domain, string Problem)[] Pairs { get; } = [(Blocks, BlocksProblem), (Delivery, DeliveryProblem)];
}
