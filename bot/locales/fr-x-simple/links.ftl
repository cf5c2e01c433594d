## Liens, affiches, et un lieu sur la carte.

link-hello = Je suis un robot. Je cherche pour vous. En danger ? Appelez le 112. SMS : 114.
map-gone = Ce lieu n’est plus dans la liste. Cherchez encore.
map-none = Je ne peux pas montrer ce lieu sur une carte. Appelez.

poster-title = Besoin d’aide ?
poster-for = { $need } près de { $place }
poster-how = Scannez. Écrivez. C’est gratuit.
poster-danger = En danger ? Appelez le 112. SMS : 114.
poster-robot = C’est un robot. Il ne garde pas vos messages.
