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
forgotten = C’est effacé chez nous. Vous pouvez aussi effacer votre écran.
forget-kept = D’accord. Je n’efface rien.

data-none = Je ne garde rien sur vous.
data-here = Voici ce que je garde sur vous :
data-language = Votre langue : { $language }
data-departement = Votre département : { $departement }
data-search = Votre recherche : { $search }. Je l’efface après 24 heures.
data-kept = Vos recherches gardées : { $count }. Je les efface après 90 jours.
data-erase = Pour tout effacer, écrivez « effacer ».
