## Liens, affiches, et un lieu sur la carte.

link-hello = Je suis un robot. Je cherche pour vous. En danger ? Appelez le 112. SMS : 114.
map-gone = Ce lieu n’est plus dans la liste. Cherchez encore.
map-none = Je ne peux pas montrer ce lieu sur une carte. Appelez.
