## Langue et données personnelles.

language-question = Quelle langue ? Français, français simple, English, العربية, Español, Українська.
language-set = D’accord, je vous réponds en français.
language-unknown = Je ne parle pas encore cette langue. Choisissez : français, français simple, English, العربية, Español, Українська.
name-fr = Français
name-fr-x-simple = Français simple
name-en = English
name-ar = العربية
name-es = Español
name-uk = Українська

forget-question = Voulez-vous que j’efface tout ce que je garde de vous : votre langue, votre recherche en cours, vos recherches gardées ?
forget-yes = Oui, tout effacer
forget-no = Non
forgotten = C’est effacé chez nous.
forgotten-telegram = Telegram garde ce que nous avons dit. Pour l’effacer aussi, ouvrez le menu de cette discussion, puis touchez « Supprimer ».
forgotten-matrix = Le serveur de votre messagerie garde la conversation. Pour ne plus la voir, quittez ce salon. Pour l’effacer, demandez à qui tient ce serveur.
forgotten-web = Cette page ne garde pas la conversation. Pour vider l’écran, appuyez sur « Effacer l’écran ».
forgotten-elsewhere = Ce qui reste sur votre écran, vous pouvez l’effacer vous-même.
forget-kept = D’accord, je n’efface rien.

data-none = Je ne garde rien de vous.
data-here = Voici tout ce que je garde de vous :
data-language = Langue : { $language }
data-departement = Département : { $departement }
data-search = Recherche en cours : { $search } (effacée après 24 heures sans message)
data-kept = { $count ->
    [one] Une recherche gardée
   *[other] { $count } recherches gardées
} (effacées après 90 jours)
data-conversation = La conversation en cours : où nous en sommes (effacée après 24 heures sans message)
data-erasure = Vous avez demandé l’oubli le { $date } : je garde cette trace, sans nom, 30 jours
data-stopped = Vous avez demandé de ne plus rien recevoir le { $date } : je garde cette trace, sans nom, 30 jours
data-file = Le fichier joint dit tout, ligne par ligne. Vous pouvez le garder.
data-erase = Pour tout effacer, écrivez « effacer ».

privacy-short = Je ne garde ni vos messages, ni votre nom, ni votre position, sauf ce que vous mettez dans une proposition que vous envoyez. Je garde où nous en sommes pendant 24 heures, et ce que vous me demandez de garder.
privacy-more = Le reste est écrit ici : { $url }
privacy-see = Voir mes données
privacy-erase = Tout effacer
