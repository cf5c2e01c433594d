# Ce que lisent les éditeurs de l’annuaire : signalements, fiches, corrections, ajouts.

reports-wait = { $count ->
        [one] Un lieu de l’annuaire est signalé
       *[other] { $count } lieux de l’annuaire sont signalés
    } : { $place }. Pour lire, écrivez /signalements.

report-short-closed = fermé pour toujours
report-short-hours = horaires
report-short-phone = téléphone
report-short-moved = adresse
report-short-shut = fermé quelques jours
report-short-other = autre chose

service-queue = { $services ->
        [one] Un lieu signalé
       *[other] { $services } lieux signalés
    }, { $count ->
        [one] un signalement
       *[other] { $count } signalements
    }. Le plus ancien d’abord.
service-queue-stewards = { $services ->
        [one] Un lieu signalé
       *[other] { $services } lieux signalés
    }, { $count ->
        [one] un signalement
       *[other] { $count } signalements
    }. Ce que dit un responsable du lieu d’abord, puis le plus ancien.
service-queue-empty = Aucun signalement n’attend.
service-queue-line = { $name }, { $place } : { $why } ({ $count }), { $days ->
        [0] aujourd’hui
        [one] depuis hier
       *[other] depuis { $days } jours
    }
service-queue-line-steward = { $name }, { $place } : { $why } ({ $count }), dit par un responsable du lieu, { $days ->
        [0] aujourd’hui
        [one] depuis hier
       *[other] depuis { $days } jours
    }
service-how = Pour voir une fiche : /service suivi de mots de son nom et de sa commune, de son identifiant, ou de son numéro dans la dernière liste. Pour en ajouter une : /service nouveau.
service-none = Je ne trouve aucune fiche de votre territoire qui ait tous ces mots. Essayez avec moins de mots.
service-which = Laquelle ?
service-unknown = Je ne connais pas cette fiche dans votre territoire.
service-what = Que voulez-vous faire ? Vous pouvez aussi écrire le champ à corriger.
service-not-understood = Je n’ai pas compris. Écrivez le numéro d’une réponse.
service-left = D’accord, je ne change rien.
service-do-correct = Corriger
service-do-close = Fermer quelques jours
service-do-withdraw = Retirer
service-do-restore = Remettre
service-do-confirm = C’est juste, rien ne change
service-do-story = Histoire, annuler
service-do-entrust = Confier à un responsable
service-to-queue = Les signalements
service-to-new = Ajouter une fiche
service-to-one = Voir une fiche
service-back = Revoir la fiche
service-leave = Retour
service-yes = Oui, j’écris
service-no = Non

service-empty = rien
service-field-structure = Structure : { $value }
service-field-address = Adresse : { $value }
service-field-position = Position : { $value }
service-point-deduced = milieu de la commune ({ $point })
service-point-unknown = milieu de la commune
service-field-phone = Téléphone : { $value }
service-field-mail = Courriel : { $value }
service-field-link = Lien : { $value }
service-field-hours = Horaires : { $value }
service-field-fees = Frais : { $value }
service-field-conditions = Conditions : { $value }
service-field-description = Description : { $value }
service-field-source = Source : { $value }
service-field-checked = Vérifié le : { $value }
service-name-hours = Horaires
service-name-phone = Téléphone
service-name-address = Adresse
service-name-position = Position
service-name-name = Nom
service-name-description = Description
service-name-mail = Courriel
service-name-link = Lien
service-name-fees = Frais
service-name-conditions = Conditions
service-closed = Fermé du { $first } au { $last } ({ $why })
service-reopened = Fermeture enlevée : { $closure }
service-corrected = Corrigé ici, gardé aux imports : { $fields }
service-withdrawn = Retiré le { $date } : la fiche n’est montrée à personne.
service-said-head = Signalé :
service-said = - { $date } : { $why } – { $said }
service-said-steward = - { $date }, responsable du lieu : { $why } – { $said }

service-which-field = Que voulez-vous corriger ? Vous pouvez aussi écrire : position, courriel, lien, frais, conditions.
service-no-such-field = Je ne connais pas ce champ.
service-asks-hours = Écrivez les horaires, comme « du lundi au vendredi de 9h à 12h et de 14h à 17h ».
service-asks-phone = Écrivez le numéro de téléphone.
service-asks-address = Écrivez l’adresse : numéro et rue, code postal, commune.
service-asks-position = Où est la porte ? Partagez sa position (le trombone, puis « Position »), écrivez ses coordonnées (« 47.2173, -1.5534 »), ou collez un lien d’OpenStreetMap ou de Google Maps.
service-asks-empty-position = Pour revenir au milieu de la commune, écrivez « aucun ».
service-asks-name = Écrivez le nom du service.
service-asks-description = Écrivez ce que l’on y trouve, pour qui, comment.
service-asks-mail = Écrivez l’adresse de courriel.
service-asks-link = Écrivez l’adresse de la page, qui commence par https://
service-asks-fees = Écrivez « gratuit », ou « payant » et combien.
service-asks-conditions = Écrivez les conditions pour venir.
service-asks-empty = Pour vider ce champ, écrivez « aucun ».
service-asks-days = De quel jour à quel jour ? Comme « du 1er au 20 août », puis une virgule et pourquoi.
closed-days-unread = Je n’ai pas compris ces jours. Écrivez « du 1er au 20 août », ou « jusqu’au 3 janvier ».
closed-days-month = Il manque le mois. Écrivez « du 1er au 20 août ».
closed-days-no-such-day = Ce jour n’existe pas.
closed-days-reversed = Le dernier jour est avant le premier.
closed-days-past = Ces jours sont passés.
closed-days-long = C’est plus d’un an. Retirez plutôt la fiche.

service-long = C’est trop long : { $count } caractères. Écrivez { $most } caractères au plus.
service-short = C’est trop court.
service-bad-hours = Je ne comprends pas ces horaires. Écrivez-les comme « du lundi au vendredi de 9h à 12h et de 14h à 17h ».
service-bad-phone = On ne peut pas composer ce numéro. Écrivez dix chiffres, ou un numéro court.
service-premium-phone = Ce numéro est surtaxé : les gens paieraient pour appeler. Donnez un autre numéro.
service-bad-address = Je n’ai pas compris. Écrivez le numéro et la rue, le code postal à cinq chiffres, puis la commune.
service-bad-commune = Je ne trouve pas cette commune avec ce code postal.
service-elsewhere = Cette commune n’est pas dans votre territoire.
point-unread = Je ne lis pas de coordonnées. Écrivez la latitude, une virgule, la longitude, comme « 47.2173, -1.5534 », ou collez un lien de carte.
point-rough = C’est trop vague : il faut au moins trois chiffres après la virgule, comme « 47.2173, -1.5534 ».
point-link = Ce lien ne dit pas où c’est. Ouvrez la carte, touchez la porte, et copiez les deux nombres qui s’affichent.
point-short-link = Ce lien est raccourci : je ne peux pas le lire sans aller sur internet. Ouvrez-le, puis copiez l’adresse longue, ou les deux nombres qui s’affichent.
door-abroad = Ce point n’est pas en France. Écrivez la latitude, puis la longitude.
door-far = Ce point est à { $km } km de { $commune }, en dehors de la commune. Vérifiez les deux nombres, ou corrigez d’abord l’adresse.
door-at-sea = Ce point est en mer, ou hors de France. Vérifiez les deux nombres.
door-swapped = La latitude et la longitude étaient échangées : je les ai remises à l’endroit.
door-at = Position : { $point } – { $url }
door-middle = La fiche sera au milieu de la commune ({ $commune }), tant que personne ne dit où est la porte.
door-middle-line = Position : milieu de la commune
service-bad-mail = Ce n’est pas une adresse de courriel.
service-bad-link = Ce n’est pas l’adresse d’une page. Elle commence par https://
service-bad-fees = Écrivez « gratuit », ou « payant » et combien.

service-sure-correct = Je corrige { $name } ?
service-sure-close = Je ferme { $name } ?
service-sure-withdraw = Je retire { $name } ? La fiche ne sera plus montrée, même si sa source la donne encore.
service-sure-restore = Je remets { $name } ? La fiche sera montrée de nouveau.
service-sure-confirm = J’écris que { $name } a été vérifié aujourd’hui, et que rien ne change ?
service-sure-undo = J’annule ce changement de { $name } ?
service-sure-add = J’ajoute cette fiche ?
service-others-move = { $count ->
        [one] Un autre service de la même adresse déménage aussi.
       *[other] { $count } autres services de la même adresse déménagent aussi.
    }
service-nothing-written = Je n’ai rien changé.
service-done = C’est écrit.
service-done-told = { $count ->
        [one] Le signalement est réglé, son auteur est prévenu.
       *[other] Les { $count } signalements sont réglés, leurs auteurs sont prévenus.
    }
service-added-done = La fiche est ajoutée. On la trouvera dans une minute.
service-found-by = On la trouvera en cherchant : { $needs }
service-found-by-none = Je ne vois pas à quel besoin elle répond : on ne la trouvera pas en cherchant. Dites mieux ce que l’on y trouve.

service-take-back = Annuler le n° { $number }
service-no-story = Rien n’a changé depuis que la fiche est là.
service-by-import = un import
service-by-machine = l’exploitant
service-by-steward = responsable du lieu
service-change = n° { $number }, { $date }, { $who } : { $what }
service-change-back = annulation, { "" }
service-from-to = { $field } : « { $before } » → « { $after } »
service-added = ajoutée
service-removed = partie avec sa source
service-was-withdrawn = retirée
service-was-restored = remise
service-was-checked = vérifiée

edit-unknown = Cette fiche, ou ce changement, n’existe plus.
edit-nothing-changes = C’est déjà ainsi : il n’y a rien à changer.
edit-wrong-value = L’annuaire ne peut pas garder cette valeur ({ $field }).
edit-days-reversed = Le dernier jour est avant le premier.
edit-stale = Quelqu’un a changé la fiche en même temps. Regardez-la de nouveau.
edit-undone-already = Ce changement est déjà annulé.
edit-cannot-undo = Ce changement ne peut pas être annulé.
edit-too-old = Il est trop tard : un import s’annule pendant trente jours.

service-form-how = J’ajoute une fiche avec vous, question par question. « Retour » revient en arrière, « annuler » efface tout.
service-form-name = Quel est le nom du service ? Par exemple : « Douches ».
service-form-structure = Qui le tient ? Le nom de l’association ou du lieu.
service-form-description = Que trouve-t-on là, pour qui, comment ?
service-form-address = À quelle adresse ? Numéro et rue, code postal, commune.
service-form-door = Où est la porte ? Partagez sa position (le trombone, puis « Position »), écrivez ses coordonnées (« 47.2173, -1.5534 »), ou collez un lien d’OpenStreetMap ou de Google Maps.
service-form-door-skip = Passer
service-form-phone = Quel est le numéro de téléphone ?
service-form-hours = Quels sont les horaires ? Comme « du lundi au vendredi de 9h à 12h et de 14h à 17h ».
service-form-fees = Est-ce gratuit ? Écrivez « gratuit », ou « payant » et combien.
service-form-skip = Je ne sais pas
service-form-back = Question d’avant
service-form-leave = Arrêter
service-form-needed = Cette réponse est nécessaire.

service-entrust = Confier { $name } à une personne qui s’occupe du lieu ? Elle ne pourra rien changer. Tous les 90 jours, je lui demanderai si la fiche est juste. Si elle dit oui, la fiche est vérifiée ce jour-là ; si elle dit ce qui a changé, vous le lisez dans /signalements, en premier.
service-entrust-count = { $count ->
        [0] Personne n’en est responsable.
        [one] Une personne en est responsable.
       *[other] { $count } personnes en sont responsables.
    }
service-entrust-full = C’est le plus possible.
service-entrust-withdrawn = La fiche est retirée : remettez-la d’abord.
service-entrust-code = Donner un code
service-entrust-end = { $count ->
        [one] Mettre fin à ce rôle
       *[other] Mettre fin à leur rôle
    }
service-entrust-sure = { $count ->
        [one] La personne responsable de { $name } ne le sera plus. Je la préviens. D’accord ?
       *[other] Les { $count } personnes responsables de { $name } ne le seront plus. Je les préviens. D’accord ?
    }
service-entrust-yes = Oui, mettre fin
service-entrust-ended = C’est fait : plus personne n’en est responsable, et un code pas encore utilisé ne sert plus.
service-entrust-given = Donnez ceci à la personne, et à elle seule. Le code sert une fois, pendant 7 jours. Un code donné avant pour cette fiche, et pas encore utilisé, ne sert plus.
service-entrust-hand = Écrivez-moi en privé, sur Telegram ou Matrix (Tchap) : /lieu { $code }
