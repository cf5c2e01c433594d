## Liens, affiches, et un lieu sur la carte.

link-hello = I am a robot. I search for you. In danger? Call 112, or text 114.
map-gone = This place is no longer in the directory. Search again: a need, and a town.
map-none = I cannot show this place on a map. Read what the list says, or call.
