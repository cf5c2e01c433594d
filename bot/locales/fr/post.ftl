## Messages que le robot ne peut pas lire, et ce qui ne se dit pas devant tout le monde.

unread-file = Je ne lis pas les fichiers. Écrivez-moi avec vos mots ce qu’il vous faut, et où.
unread-voice = Je n’écoute pas les messages vocaux. Écrivez-moi avec vos mots ce qu’il vous faut, et où.
unread-picture = Je ne vois pas les images. Écrivez-moi avec vos mots ce qu’il vous faut, et où.
unread-sealed = Je n’ai pas pu déchiffrer votre message. Écrivez-le de nouveau. Si cela recommence, fermez cette conversation et ouvrez-en une nouvelle avec moi.
unread-other = Je ne lis que des mots écrits. Écrivez-moi ce qu’il vous faut, et où.
in-private = Cela est personnel, et d’autres nous lisent ici. Écrivez-moi en privé.
agents-only = Cette commande est réservée aux agents de l’État qui y ont droit. Pour tout le reste, écrivez-moi votre question.
