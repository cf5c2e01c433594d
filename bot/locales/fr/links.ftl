## Liens, affiches, et un lieu sur la carte.

link-hello = Je suis un robot. Je cherche pour vous. En danger ? Appelez le 112, ou écrivez un SMS au 114.
map-gone = Ce lieu n’est plus dans l’annuaire. Cherchez de nouveau : un besoin, et une commune.
map-none = Je ne peux pas montrer ce lieu sur une carte. Lisez ce que dit la liste, ou appelez.
