## Liens, affiches, et un lieu sur la carte.

link-hello = Je suis un robot. Je cherche pour vous. En danger ? Appelez le 112, ou écrivez un SMS au 114.
map-gone = Ce lieu n’est plus dans l’annuaire. Cherchez de nouveau : un besoin, et une commune.
map-none = Je ne peux pas montrer ce lieu sur une carte. Lisez ce que dit la liste, ou appelez.

poster-title = Besoin d’aide ?
poster-for = { $need } près de { $place }
poster-how = Scannez. Écrivez avec vos mots. C’est gratuit.
poster-danger = En danger ? Appelez le 112. SMS : 114.
poster-robot = C’est un robot. Ce n’est pas un service d’urgence. Il ne garde pas vos messages.
