using Prudence.Planning.Language;

namespace Prudence.Planning.Tests.Validation;

/// <summary>Small tasks that together use every feature of the language. Derived predicates that negate others end in their stratum.</summary>
internal static class ValidationSamples
{
    private static readonly (string Name, string Domain, string Problem)[] Texts =
    [
        ("blocks", """
            (define (domain blocks)
              (:requirements :strips)
              (:predicates (on ?x ?y) (on-table ?x) (clear ?x) (hand-empty) (holding ?x))
              (:action pick-up :parameters (?x)
                :precondition (and (clear ?x) (on-table ?x) (hand-empty))
                :effect (and (not (on-table ?x)) (not (clear ?x)) (not (hand-empty)) (holding ?x)))
              (:action put-down :parameters (?x)
                :precondition (holding ?x)
                :effect (and (not (holding ?x)) (clear ?x) (hand-empty) (on-table ?x)))
              (:action stack :parameters (?x ?y)
                :precondition (and (holding ?x) (clear ?y))
                :effect (and (not (holding ?x)) (not (clear ?y)) (clear ?x) (hand-empty) (on ?x ?y)))
              (:action unstack :parameters (?x ?y)
                :precondition (and (on ?x ?y) (clear ?x) (hand-empty))
                :effect (and (holding ?x) (clear ?y) (not (clear ?x)) (not (hand-empty)) (not (on ?x ?y)))))
            """, """
            (define (problem anomaly) (:domain blocks) (:objects a b c)
              (:init (on c a) (on-table a) (on-table b) (clear c) (clear b) (hand-empty))
              (:goal (and (on a b) (on b c))))
            """),
        ("couriers", """
            (define (domain couriers)
              (:requirements :typing :action-costs :equality :negative-preconditions)
              (:types vehicle parcel letter - item item place - object bike car - vehicle)
              (:constants depot - place)
              (:predicates (at ?x - (either vehicle item) ?p - place) (in ?i - item ?v - vehicle) (road ?a ?b - place) (sealed ?l - (either letter parcel)))
              (:functions (total-cost) (length ?a ?b - place) (factor ?v - vehicle))
              (:action drive :parameters (?v - vehicle ?from ?to - place)
                :precondition (and (at ?v ?from) (road ?from ?to) (not (= ?from ?to)))
                :effect (and (not (at ?v ?from)) (at ?v ?to) (increase (total-cost) (+ 0.5 (* (factor ?v) (length ?from ?to))))))
              (:action load :parameters (?i - item ?v - vehicle ?p - place)
                :precondition (and (at ?i ?p) (at ?v ?p) (not (at ?i depot)))
                :effect (and (not (at ?i ?p)) (in ?i ?v) (increase (total-cost) 1)))
              (:action unload :parameters (?i - item ?v - vehicle ?p - place)
                :precondition (and (in ?i ?v) (at ?v ?p))
                :effect (and (at ?i ?p) (not (in ?i ?v)) (increase (total-cost) 1)))
              (:action seal :parameters (?l - letter ?b - bike)
                :precondition (and (in ?l ?b) (not (sealed ?l)))
                :effect (sealed ?l)))
            """, """
            (define (problem mail) (:domain couriers) (:objects b - bike c - car home - place l - letter p - parcel)
              (:init (at b depot) (at c home) (at l home) (at p home) (road depot home) (road home depot)
                (= (total-cost) 0) (= (length depot home) 3) (= (length home depot) 4.25) (= (factor b) 1) (= (factor c) 2))
              (:goal (and (at l depot) (at p depot) (sealed l)))
              (:metric minimize (total-cost)))
            """),
        ("lights", """
            (define (domain lights)
              (:requirements :adl)
              (:types lamp switch)
              (:predicates (lit ?l - lamp) (wired ?s - switch ?l - lamp) (stuck ?s - switch) (near ?a ?b - lamp))
              (:action press :parameters (?s - switch)
                :precondition (or (not (stuck ?s)) (forall (?l - lamp) (imply (wired ?s ?l) (not (lit ?l)))))
                :effect (and
                  (forall (?l - lamp) (and
                    (when (and (wired ?s ?l) (lit ?l)) (not (lit ?l)))
                    (when (and (wired ?s ?l) (not (lit ?l))) (lit ?l))))
                  (when (exists (?l - lamp) (and (wired ?s ?l) (lit ?l))) (stuck ?s))))
              (:action oil :parameters (?s - switch)
                :precondition (and (stuck ?s) (exists (?l ?m - lamp) (and (lit ?l) (near ?l ?m) (not (= ?l ?m)) (not (lit ?m)))))
                :effect (not (stuck ?s)))
              (:action swap :parameters (?l ?m - lamp)
                :precondition (and (near ?l ?m) (imply (lit ?l) (not (lit ?m))))
                :effect (and
                  (when (lit ?l) (and (lit ?m) (not (lit ?l))))
                  (when (lit ?m) (and (lit ?l) (not (lit ?m)))))))
            """, """
            (define (problem hall) (:domain lights) (:objects x y z - lamp s t - switch)
              (:init (wired s x) (wired s y) (wired t y) (wired t z) (near x y) (near y z) (near z z) (lit x) (lit y) (stuck t))
              (:goal (and (forall (?l - lamp) (or (lit ?l) (exists (?m - lamp) (and (near ?m ?l) (lit ?m))))) (not (stuck t)) (lit x) (not (lit y)))))
            """),
        ("doors", """
            (define (domain doors)
              (:requirements :adl :derived-predicates :action-costs)
              (:types room door key)
              (:constants hall - room)
              (:predicates (at ?r - room) (joins ?d - door ?a ?b - room) (open ?d - door) (fits ?k - key ?d - door) (lies ?k - key ?r - room)
                (has ?k - key) (reach ?a ?b - room) (lost1 ?r - room) (calm2))
              (:functions (total-cost))
              (:derived (reach ?a ?b - room) (or (= ?a ?b) (exists (?d - door) (and (open ?d) (or (joins ?d ?a ?b) (joins ?d ?b ?a))))))
              (:derived (reach ?a ?c - room) (exists (?b - room) (and (reach ?a ?b) (reach ?b ?c))))
              (:derived (lost1 ?r - room) (and (forall (?k - key) (or (has ?k) (not (lies ?k ?r)))) (not (reach hall ?r))))
              (:derived (calm2) (forall (?r - room) (not (lost1 ?r))))
              (:action walk :parameters (?from ?to - room)
                :precondition (and (at ?from) (reach ?from ?to) (not (= ?from ?to)))
                :effect (and (not (at ?from)) (at ?to) (increase (total-cost) 2)))
              (:action take :parameters (?k - key ?r - room)
                :precondition (and (at ?r) (lies ?k ?r))
                :effect (and (has ?k) (not (lies ?k ?r)) (increase (total-cost) 1)))
              (:action unlock :parameters (?d - door ?k - key)
                :precondition (and (has ?k) (fits ?k ?d) (not (open ?d)) (exists (?a ?b - room) (and (or (joins ?d ?a ?b) (joins ?d ?b ?a)) (at ?a))))
                :effect (open ?d))
              (:action slam :parameters (?d - door)
                :precondition (and (open ?d) (not (calm2)))
                :effect (and (not (open ?d)) (increase (total-cost) 5))))
            """, """
            (define (problem house) (:domain doors) (:objects attic cellar loft - room d e f - door k l - key)
              (:init (at hall) (joins d hall attic) (joins e attic loft) (joins f hall cellar) (open d) (lies k attic) (lies l loft) (fits k e) (fits l f)
                (= (total-cost) 0))
              (:goal (and (calm2) (at cellar)))
              (:metric minimize (total-cost)))
            """),
    ];

    /// <summary>The texts, domain and problem in pairs.</summary>
    public static IEnumerable<(string Domain, string Problem)> Pairs => Texts.Select(text => (text.Domain, text.Problem));

    public static IEnumerable<string> Names => Texts.Select(text => text.Name);

    public static PddlTask Read(string name)
    {
        var (_, domain, problem) = Texts.First(text => text.Name == name);
        return Read(domain, problem);
    }

    public static PddlTask Read(string domain, string problem)
    {
        var result = PddlReader.ReadTask(domain, "domain.pddl", problem, "problem.pddl");
        Assert.True(result.IsSuccess, string.Join('\n', result.Diagnostics));
        return result.Value!;
    }
}
