; A robot looks after plants. Its trolley takes along every pot that stands on it, and a shower waters everything in the room.
(define (domain greenhouse)
  (:requirements :adl)
  (:types room pot)
  (:constants trolley-bay - room)
  (:predicates
    (door ?from ?to - room)
    (sunny ?room - room)
    (shower ?room - room)
    (robot-in ?room - room)
    (trolley-in ?room - room)
    (pot-in ?pot - pot ?room - room)
    (on-trolley ?pot - pot)
    (watered ?pot - pot)
    (cactus ?pot - pot))

  (:action walk
    :parameters (?from ?to - room)
    :precondition (and (robot-in ?from) (or (door ?from ?to) (door ?to ?from)))
    :effect (and (robot-in ?to) (not (robot-in ?from))))

  (:action push-trolley
    :parameters (?from ?to - room)
    :precondition (and (robot-in ?from) (trolley-in ?from) (or (door ?from ?to) (door ?to ?from)))
    :effect (and
      (robot-in ?to) (not (robot-in ?from))
      (trolley-in ?to) (not (trolley-in ?from))
      (forall (?pot - pot)
        (when (on-trolley ?pot)
          (and (pot-in ?pot ?to) (not (pot-in ?pot ?from)))))))

  (:action lift
    :parameters (?pot - pot ?room - room)
    :precondition (and (robot-in ?room) (trolley-in ?room) (pot-in ?pot ?room) (not (on-trolley ?pot)))
    :effect (on-trolley ?pot))

  (:action set-down
    :parameters (?pot - pot)
    :precondition (and (on-trolley ?pot) (exists (?room - room) (and (robot-in ?room) (trolley-in ?room))))
    :effect (not (on-trolley ?pot)))

  ; Water does a cactus no good: it must not be in the room.
  (:action open-shower
    :parameters (?room - room)
    :precondition (and
      (robot-in ?room)
      (shower ?room)
      (forall (?pot - pot) (imply (pot-in ?pot ?room) (not (cactus ?pot)))))
    :effect (forall (?pot - pot) (when (pot-in ?pot ?room) (watered ?pot)))))
