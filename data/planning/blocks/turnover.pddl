; Two towers of five, turned over and interleaved.
(define (problem turnover)
  (:domain blocks)
  (:objects a b c d e f g h i j - block)
  (:init
    (on-table e) (on d e) (on c d) (on b c) (on a b) (clear a)
    (on-table j) (on i j) (on h i) (on g h) (on f g) (clear f)
    (hand-free))
  (:goal (and (on e i) (on i c) (on c g) (on g a) (on j d) (on d h) (on h b) (on b f))))
