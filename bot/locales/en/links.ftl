## Liens, affiches, et un lieu sur la carte.

link-hello = I am a robot. I search for you. In danger? Call 112, or text 114.
map-gone = This place is no longer in the directory. Search again: a need, and a town.
map-none = I cannot show this place on a map. Read what the list says, or call.

poster-title = Need help?
poster-for = { $need } near { $place }
poster-how = Scan. Write in your own words. It is free.
poster-danger = In danger? Call 112. Text 114.
poster-robot = It is a robot, not an emergency service. It does not keep your messages.
