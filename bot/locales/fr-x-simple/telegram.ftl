## Ce que Telegram montre : bouton de position, menu des commandes, présentation, recherche depuis une autre conversation.

telegram-share-position = 📍 Envoyer ma position
telegram-not-yours = Ce bouton est pour une autre personne. Écrivez-moi en privé.
telegram-inline-title = Chercher de l’aide
telegram-inline-hint = Écrivez un besoin et une ville. Exemple : douche Nantes
telegram-inline-all = Tous les résultats
telegram-short = Trouver de l’aide près de chez vous.
telegram-description = Je suis un robot. Je vous aide à trouver de l’aide près de chez vous. Je ne garde pas vos messages. En danger ? Appelez le 112. SMS : 114.
telegram-command-menu = Chercher de l’aide
telegram-command-aide = Comment ça marche
telegram-command-urgence = Numéros d’urgence
telegram-command-langue = Changer de langue
telegram-command-agenda = Les rendez-vous
telegram-command-abonner = Recevoir des rappels
telegram-command-departement = Mon département
telegram-command-mesdonnees = Ce que vous gardez de moi
telegram-command-supprimer = Tout effacer
telegram-command-stop = Arrêter
