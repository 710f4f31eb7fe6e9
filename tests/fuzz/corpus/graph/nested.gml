Creator "igraph version 0.10.2 Mon Feb 28 16:03:09 2022"
Version 1
# made by hand
graph
[
  directed 1
  comment "a [ bracket ] in text"
  node
  [
    label "Caf&eacute; &quot;Elm&quot; &#38; Co"
    id 3
    sector "health"
    services "respite"
    services "meals"
    graphics [ x 1.5 y 2 fill "#ff00aa" Line [ point [ x 1 y 2 ] ] ]
  ]
  node [ id 7 label "Ride
Together" sector "transport" ]
  node [ id 8 label "Bay Food" ]
  node [ label "nobody" ]
  edge [ source 3 target 7 weight 4 service "rides" ]
  edge [ source 7 target 99 ]
  edge [ source 8 ]
  edge [ target 8 source 3 ]
]
graph [ node [ id 1 ] ]
