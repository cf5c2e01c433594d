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
forgotten = C’est effacé chez nous. Ce qui reste sur votre écran, vous pouvez l’effacer vous-même.
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
data-erase = Pour tout effacer, écrivez « effacer ».
