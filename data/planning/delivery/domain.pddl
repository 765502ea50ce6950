; Vans bring parcels across a town with a river. Driving costs the length of the road, the ferry has a fare, and every stop costs time.
(define (domain delivery)
  (:requirements :strips :typing :action-costs)
  (:types
    place - object
    harbour - place
    van parcel - object
    load - object)
  (:predicates
    (road ?from ?to - place)
    (crossing ?from ?to - harbour)
    (van-at ?van - van ?place - place)
    (parcel-at ?parcel - parcel ?place - place)
    (in ?parcel - parcel ?van - van)
    (carries ?van - van ?load - load)
    (one-more ?less ?more - load))
  (:functions
    (length ?from ?to - place)
    (fare ?from ?to - harbour)
    (total-cost))

  (:action drive
    :parameters (?van - van ?from ?to - place)
    :precondition (and (van-at ?van ?from) (road ?from ?to))
    :effect (and
      (not (van-at ?van ?from))
      (van-at ?van ?to)
      (increase (total-cost) (length ?from ?to))))

  (:action ferry
    :parameters (?van - van ?from ?to - harbour)
    :precondition (and (van-at ?van ?from) (crossing ?from ?to))
    :effect (and
      (not (van-at ?van ?from))
      (van-at ?van ?to)
      (increase (total-cost) (fare ?from ?to))))

  (:action load
    :parameters (?parcel - parcel ?van - van ?place - place ?before ?after - load)
    :precondition (and
      (parcel-at ?parcel ?place)
      (van-at ?van ?place)
      (carries ?van ?before)
      (one-more ?before ?after))
    :effect (and
      (not (parcel-at ?parcel ?place))
      (in ?parcel ?van)
      (not (carries ?van ?before))
      (carries ?van ?after)
      (increase (total-cost) 2)))

  (:action unload
    :parameters (?parcel - parcel ?van - van ?place - place ?before ?after - load)
    :precondition (and
      (in ?parcel ?van)
      (van-at ?van ?place)
      (carries ?van ?before)
      (one-more ?after ?before))
    :effect (and
      (not (in ?parcel ?van))
      (parcel-at ?parcel ?place)
      (not (carries ?van ?before))
      (carries ?van ?after)
      (increase (total-cost) 1))))
