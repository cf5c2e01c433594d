## S’abonner aux rappels du calendrier, et ce que les abonnés reçoivent.

subscribe-which = Vous voulez des rappels. Pour quel département ? Écrivez son nom ou son numéro.
subscribe-unknown = Je ne connais pas ce département. Écrivez son nom ou son numéro. Par exemple : 44.
subscribe-consent = Voulez-vous recevoir ici des rappels ? Les rappels disent les dates : { $what }. Pour cela, je garde votre compte, votre choix et votre langue. Votre compte est gardé sous clé. J’efface tout quand vous écrivez STOP. J’efface aussi après un an sans nouvelles de vous.
subscribe-yes = Oui
subscribe-no = Non
subscribe-refused = D’accord. Je ne garde rien. Vous pouvez lire les dates ici : { $url }
subscribe-not-here = Ici, je ne peux pas vous écrire plus tard. Vous pouvez lire les dates ici : { $url }. Pour des rappels, écrivez-moi sur Telegram ou sur Matrix.
subscribe-done = C’est fait. Je vous écris { $when } : { $what }. Je n’écris jamais la nuit.
subscribe-stop-how = Pour tout arrêter, écrivez STOP. Pour choisir, écrivez /abonnements.
subscribe-added = C’est ajouté : { $what }.
subscribe-removed = C’est retiré : { $what }.
subscribe-renewed = Merci. Je continue pour un an.
subscribe-none = Vous n’avez pas de rappel.
subscribe-have = Vos rappels : { $what }.
subscribe-have-when = Quand : { $when }.
subscribe-have-axes = Sujets : { $axes }.
subscribe-have-language = Langue : { $language }.
subscribe-all-axes = tous
subscribe-events = { $count ->
    [one] une date gardée
   *[other] { $count } dates gardées
}
subscribe-ask-when = Quand voulez-vous un rappel ? Vous pouvez choisir plusieurs fois.
subscribe-ask-axes = Quels sujets voulez-vous ? Vous pouvez choisir plusieurs fois.
subscribe-chosen = ✓ { $choice }
subscribe-at-least-one = Il faut un choix. Pour tout arrêter, écrivez STOP.
subscribe-week = une semaine avant
subscribe-day = un jour avant
subscribe-hours = deux heures avant
subscribe-axis-1 = enfants et jeunes
subscribe-axis-2 = travail
subscribe-axis-3 = vos droits, la rue
subscribe-axis-4 = écologie
subscribe-choice-start = Recevoir des rappels
subscribe-choice-when = Choisir quand
subscribe-choice-axes = Choisir les sujets
subscribe-choice-all = Tous les sujets
subscribe-choice-more = Un autre département
subscribe-choice-remove = Retirer { $place }
subscribe-choice-end = Tout arrêter
subscribe-choice-back = Retour
subscribe-choice-territory = Tout : { $place }
subscribe-stopped = C’est fini. Je ne vous écris plus. J’ai effacé votre abonnement.
subscribe-which-event = Pour quelle date voulez-vous un rappel ?
subscribe-no-event = Je ne vois pas de date à venir. Pour la liste, écrivez « agenda ».
subscribe-too-many = Vous gardez déjà beaucoup de dates. Pour recommencer, écrivez STOP. Puis écrivez /abonner.
data-subscription = Vos rappels : { $what }, depuis le { $date }. J’efface quand vous écrivez STOP.

news-reminder = Rappel : { $date }.
news-changed = Attention. Cela a changé. Voici la nouvelle date ou le nouveau lieu :
news-cancelled = Attention. C’est annulé :
news-agents = Message des agents de l’État : { $place }.
news-correction = Attention. Le message du { $date } avait une erreur. Voici le bon :
news-source = Source : { $source }
news-stop = Pour tout arrêter, écrivez STOP.
news-again = Je vous envoie des rappels depuis un an. Voulez-vous continuer ? Oui : écrivez CONTINUER. Non : écrivez STOP. Sans réponse, j’efface tout dans 30 jours.
