; One van, three parcels, a short way round or a dear ferry.
(define (problem delivery-market)
  (:domain delivery)
  (:objects
    market station school bakery - place
    north-quay south-quay - harbour
    red-van - van
    letter bread books - parcel
    n0 n1 n2 - load)
  (:init
    (= (total-cost) 0)
    (road market station) (road station market) (= (length market station) 4) (= (length station market) 4)
    (road station north-quay) (road north-quay station) (= (length station north-quay) 3) (= (length north-quay station) 3)
    (road market bakery) (road bakery market) (= (length market bakery) 5) (= (length bakery market) 5)
    (road south-quay school) (road school south-quay) (= (length south-quay school) 2) (= (length school south-quay) 2)
    (road bakery school) (road school bakery) (= (length bakery school) 9) (= (length school bakery) 9)
    (crossing north-quay south-quay) (crossing south-quay north-quay) (= (fare north-quay south-quay) 6) (= (fare south-quay north-quay) 6)
    (one-more n0 n1)
    (one-more n1 n2)
    (van-at red-van station) (carries red-van n0)
    (parcel-at letter market)
    (parcel-at bread bakery)
    (parcel-at books school)
  )
  (:goal (and
    (parcel-at letter school)
    (parcel-at bread station)
    (parcel-at books market)))
  (:metric minimize (total-cost)))
