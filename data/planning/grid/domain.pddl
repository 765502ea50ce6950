; A power grid after a storm. What has power follows from the switches: current flows from a plant through closed, whole lines.
; A line may be repaired only while neither of its ends has power.
(define (domain grid)
  (:requirements :strips :typing :negative-preconditions :disjunctive-preconditions :existential-preconditions :derived-predicates)
  (:types node line)
  (:predicates
    (plant ?node - node)
    (joins ?line - line ?a ?b - node)
    (closed ?line - line)
    (broken ?line - line)
    (powered ?node - node)
    (touches-power ?line - line))

  (:derived (powered ?node - node)
    (or
      (plant ?node)
      (exists (?line - line ?other - node)
        (and
          (or (joins ?line ?node ?other) (joins ?line ?other ?node))
          (closed ?line)
          (not (broken ?line))
          (powered ?other)))))

  (:derived (touches-power ?line - line)
    (exists (?a ?b - node)
      (and (joins ?line ?a ?b) (or (powered ?a) (powered ?b)))))

  (:action close
    :parameters (?line - line)
    :precondition (not (closed ?line))
    :effect (closed ?line))

  (:action open
    :parameters (?line - line)
    :precondition (closed ?line)
    :effect (not (closed ?line)))

  (:action repair
    :parameters (?line - line)
    :precondition (and (broken ?line) (not (touches-power ?line)))
    :effect (not (broken ?line))))
