; Everything but the cactus wants water; in the end all pots stand in the sun and the trolley is back in its bay.
(define (problem morning)
  (:domain greenhouse)
  (:objects hall wash-room terrace - room fern palm ivy cereus - pot)
  (:init
    (door trolley-bay hall) (door hall wash-room) (door hall terrace)
    (shower wash-room) (sunny terrace)
    (robot-in hall) (trolley-in trolley-bay)
    (pot-in fern hall) (pot-in palm wash-room) (pot-in ivy terrace) (pot-in cereus wash-room)
    (cactus cereus))
  (:goal (and
    (forall (?pot - pot) (or (cactus ?pot) (watered ?pot)))
    (forall (?pot - pot) (exists (?room - room) (and (pot-in ?pot ?room) (sunny ?room) (not (on-trolley ?pot)))))
    (trolley-in trolley-bay))))
