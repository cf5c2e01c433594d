## S’abonner aux rappels du calendrier, et ce que les abonnés reçoivent.

subscribe-which = Pour quel département voulez-vous des rappels ? Écrivez son nom ou son numéro.
subscribe-unknown = Je ne connais pas ce département. Écrivez son nom ou son numéro, par exemple : 44, ou Nord.
subscribe-consent = Voulez-vous recevoir ici les rappels du calendrier des solidarités : { $what } ? Pour cela, je garde votre compte, ce que vous choisissez et votre langue. Votre compte est gardé chiffré. J’efface tout quand vous écrivez STOP, ou après un an si vous ne confirmez pas.
subscribe-yes = Oui
subscribe-no = Non
subscribe-refused = D’accord, je ne garde rien. Le calendrier reste là : { $url }
subscribe-not-here = Ici, je ne peux pas vous écrire en premier. Suivez le calendrier avec votre téléphone ou votre ordinateur, à cette adresse : { $url }. Pour recevoir des rappels, écrivez-moi sur Telegram ou sur Matrix (Tchap).
subscribe-done = C’est fait. Je vous écris { $when } : { $what }. Jamais entre 21 h et 8 h.
subscribe-stop-how = Pour ne plus rien recevoir, écrivez STOP. Pour choisir, écrivez /abonnements.
subscribe-added = C’est ajouté : { $what }.
subscribe-removed = C’est retiré : { $what }.
subscribe-renewed = Merci, je continue pour un an.
subscribe-none = Vous n’avez demandé aucun rappel.
subscribe-have = Vos rappels : { $what }.
subscribe-have-when = Quand : { $when }.
subscribe-have-axes = Sujets : { $axes }.
subscribe-have-language = Langue : { $language }.
subscribe-all-axes = tous
subscribe-events = { $count ->
    [one] un rendez-vous gardé
   *[other] { $count } rendez-vous gardés
}
subscribe-ask-when = Quand voulez-vous un rappel ? Vous pouvez en choisir plusieurs.
subscribe-ask-axes = Quels sujets du pacte vous intéressent ? Vous pouvez en choisir plusieurs.
subscribe-chosen = ✓ { $choice }
subscribe-at-least-one = Il en faut au moins un. Pour ne plus rien recevoir, écrivez STOP.
subscribe-week = une semaine avant
subscribe-day = la veille
subscribe-hours = deux heures avant
subscribe-axis-1 = enfants et jeunes
subscribe-axis-2 = travail
subscribe-axis-3 = droits et grande exclusion
subscribe-axis-4 = écologie solidaire
subscribe-choice-start = Recevoir des rappels
subscribe-choice-when = Choisir quand
subscribe-choice-axes = Choisir les sujets
subscribe-choice-all = Tous les sujets
subscribe-choice-more = Un autre département
subscribe-choice-remove = Retirer { $place }
subscribe-choice-end = Ne plus rien recevoir
subscribe-choice-back = Retour
subscribe-choice-territory = Tout : { $place }
subscribe-stopped = C’est fini : vous ne recevrez plus rien. J’ai effacé votre abonnement.
subscribe-which-event = De quel rendez-vous voulez-vous un rappel ?
subscribe-no-event = Je ne vois aucun rendez-vous à venir. Pour la liste, écrivez « agenda ».
subscribe-too-many = Vous gardez déjà beaucoup de rendez-vous. Pour recommencer, écrivez STOP puis /abonner.
data-subscription = Rappels : { $what }, depuis le { $date } (effacés quand vous écrivez STOP)

news-reminder = Rappel : { $date }.
news-changed = Ce rendez-vous a changé. Le voici maintenant :
news-cancelled = Ce rendez-vous est annulé :
news-agents = Message des agents de l’État : { $place }.
news-correction = Correction du message du { $date } :
news-source = Source : { $source }
news-stop = Pour ne plus rien recevoir, écrivez STOP.
news-again = Vous recevez les rappels du calendrier des solidarités depuis un an. Voulez-vous continuer ? Écrivez CONTINUER. Sans réponse, j’efface votre abonnement dans 30 jours. Pour arrêter tout de suite, écrivez STOP.
