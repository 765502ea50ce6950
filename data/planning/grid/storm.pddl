; Two plants, a ring of six nodes and three branches; the storm broke three lines.
(define (problem storm)
  (:domain grid)
  (:objects
    dam windmill a b c d e f village hospital harbour - node
    dam-a windmill-d ab bc cd de ef fa a-village c-hospital e-harbour - line)
  (:init
    (plant dam) (plant windmill)
    (joins dam-a dam a) (joins windmill-d windmill d)
    (joins ab a b) (joins bc b c) (joins cd c d) (joins de d e) (joins ef e f) (joins fa f a)
    (joins a-village a village) (joins c-hospital c hospital) (joins e-harbour e harbour)
    (closed dam-a) (closed windmill-d) (closed ab) (closed de) (closed a-village) (closed c-hospital)
    (broken bc) (broken cd) (broken e-harbour))
  (:goal (and (powered village) (powered hospital) (powered harbour) (not (broken bc)) (not (broken cd)))))
