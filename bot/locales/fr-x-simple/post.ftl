## Messages que le robot ne peut pas lire, et ce qui ne se dit pas devant tout le monde.

unread-file = Je ne lis pas les fichiers. Écrivez des mots.
unread-voice = Je n’écoute pas les messages vocaux. Écrivez des mots.
unread-picture = Je ne vois pas les images. Écrivez des mots.
unread-sealed = Je n’ai pas pu lire votre message. Écrivez-le encore. Si cela recommence, ouvrez une nouvelle conversation avec moi.
unread-other = Je lis seulement les mots. Écrivez ce qu’il vous faut, et où.
in-private = C’est personnel. D’autres personnes lisent ici. Écrivez-moi en privé.
agents-only = Cette commande est pour les agents de l’État. Posez-moi votre question avec vos mots.
