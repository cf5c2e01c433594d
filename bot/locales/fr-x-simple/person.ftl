language-question = Quelle langue ?
language-set = D’accord. J’écris en français simple.
language-unknown = Je ne parle pas cette langue. Choisissez une langue de la liste.
name-fr = Français
name-fr-x-simple = Français simple
name-en = English
name-ar = العربية
name-es = Español
name-uk = Українська

forget-question = Voulez-vous tout effacer ? J’efface votre langue. J’efface aussi vos recherches.
forget-yes = Oui, tout effacer
forget-no = Non
forgotten = C’est effacé chez nous.
forgotten-telegram = Telegram garde ce que vous avez dit. Vous pouvez aussi l’effacer là-bas.
forgotten-matrix = Votre messagerie garde la conversation. Pour ne plus la voir, quittez ce salon.
forgotten-web = Cette page ne garde rien. Appuyez sur « Effacer l’écran ».
forgotten-elsewhere = Il reste des mots à l’écran. Vous pouvez les effacer aussi.
forget-kept = D’accord. Je n’efface rien.

data-none = Je ne garde rien sur vous.
data-here = Voici ce que je garde sur vous :
data-language = Votre langue : { $language }
data-departement = Votre département : { $departement }
data-search = Votre recherche : { $search }. Je l’efface après 24 heures.
data-kept = Vos recherches gardées : { $count }. Je les efface après 90 jours.
data-conversation = La conversation en cours. Je l’efface après 24 heures.
data-erasure = Vous avez tout effacé le { $date }. Je garde cette date 30 jours, sans votre nom.
data-stopped = Vous avez écrit STOP le { $date }. Je garde cette date 30 jours, sans votre nom.
data-file = Le fichier joint dit tout. Vous pouvez le garder.
data-erase = Pour tout effacer, écrivez « effacer ».

privacy-short = Je ne garde pas vos messages. Je ne garde pas votre nom. Je ne garde pas où vous êtes. Je garde notre conversation un jour. Je garde aussi ce que vous me demandez, comme une idée pour le pacte.
privacy-more = Pour en savoir plus : { $url }
privacy-see = Voir mes données
privacy-erase = Tout effacer
