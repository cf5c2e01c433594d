## Ce que lisent les agents de l’État et les éditeurs.

agents-code = Écrivez le code que l’on vous a donné. Il sert une fois, pendant 15 minutes.
agents-code-wrong = Ce code ne donne aucun droit : il est faux, a déjà servi, ou a plus de 15 minutes. Demandez-en un autre à la personne qui vous l’a donné.
agents-not-here = Ici, je ne peux pas savoir qui vous êtes. Écrivez-moi en privé sur Tchap, un autre Matrix ou Telegram.
agents-enrolled = C’est fait. Vous êtes { $role } pour { $place }.
agents-how = Vos droits valent dans cette messagerie, avec ce compte, en privé. Un droit qui ne sert pas s’efface après 365 jours. Ce que vous faites est noté : qui, quoi, quand ; ces lignes restent 365 jours. Pour voir vos droits, écrivez /agent. Pour y renoncer, écrivez /supprimer.
agents-rights = Vos droits :
agents-right = – { $role }, { $place }
agents-mail-set = C’est noté : le compte rendu de vos messages vous sera aussi envoyé par courriel. Pour arrêter, écrivez /agent courriel non.
agents-mail-none = C’est noté : plus de courriel.
agents-mail-wrong = Je ne lis pas cette adresse. Écrivez-la ainsi : /agent courriel prenom.nom@exemple.gouv.fr
agents-no-command = Aucune commande ne leur est encore ouverte.
agents-elsewhere = Vos droits ne vont pas jusqu’à ce territoire. Pour voir vos droits, écrivez /agent.
agents-no-contact = Les documents ne donnent aucun contact propre à votre territoire.
agents-forget = Vous perdrez aussi vos droits d’agent. Ce que vous avez fait avec eux reste noté.
data-agent = Droit d’agent : { $role }, { $place }, donné à { $label }
agents-france = toute la France
agents-does-evenement = /evenement : annoncer un événement, en changer ou en annuler un
agents-does-import = /import : comment m’envoyer un fichier d’événements, agenda ou tableau
agents-does-service = /signalements : ce qui est dit faux dans l’annuaire ; /service : voir, corriger ou ajouter une fiche
agents-does-contact = /contact : corriger les contacts du pacte

role-editor = éditeur de l’annuaire
role-officer = agent
role-approver = valideur
role-commissaire = commissaire
role-national = agent national
role-operator = exploitant
role-reader = lecteur des comptes

agents-invited = Code pour { $label }, { $role }, { $place } : { $code }
agents-invited-how = Il sert une fois, pendant 15 minutes. Donnez-le de vive voix ou par un moyen sûr. La personne écrit au robot, en privé : /habilitation { $code }
agents-role-unknown = Rôle inconnu : { $role }. Choisissez : { $roles }.
agents-territory-unknown = Territoire inconnu : { $territory }. Écrivez dep-44, reg-52 ou france.
agents-listed = { $name } · { $role } · { $place } · { $label } · depuis le { $since }, servi le { $used }
agents-none = Personne n’a de droits.
agents-revoked = Le droit { $name } est retiré. C’est noté.
agents-revoke-unknown = Aucun droit ne s’appelle { $name }. La liste : solipacte agents list.
agents-audited = { $number } · { $at } · { $actor } · { $action } · { $target } · { $place }
agents-audit-machine = la machine
agents-audit-whole = Le journal est entier : { $count } lignes, la dernière a le sceau { $seal }. Notez-le ailleurs : une copie plus ancienne remise en place se verra.
agents-audit-empty = Le journal est vide.
agents-audit-broken = Le journal a été modifié : { $what }. Gardez une copie de la base et cherchez qui y a accès.
agents-audit-changed = la ligne { $number } n’est plus telle qu’elle a été écrite
agents-audit-cut = des lignes manquent à la fin, après la ligne { $number }
agents-audit-unsigned = la signature de la fin manque

event-how = Pour annoncer un événement, écrivez en une ligne : /evenement titre | date et heure | lieu | inscription. Par exemple : /evenement Mobilité solidaire | 16/03/2027 14:30 | Nantes, Europa | https://exemple.gouv.fr/inscription. Une date en mots convient aussi (« printemps 2027 »), ou qui revient (« chaque mardi du 02/03/2027 au 25/05/2027 14:00 »), et « en visioconférence » pour lieu. Pour dire de quel axe il s’agit, ajoutez | axe 3 ; pour un autre de vos territoires, | dep-49. Pour en changer un, écrivez la ligne entière : /evenement changer 3 titre | date | lieu. Pour en annuler un : /evenement annuler 3.
event-parts = Il faut au moins un titre et une date, séparés par « | ».
event-no-title = Il manque le titre, avant le premier « | ».
event-long-title = Le titre est trop long : 150 caractères au plus.
event-long-place = Le lieu est trop long : 150 caractères au plus.
event-no-date = Je ne lis pas la date. Écrivez-la ainsi : 16/03/2027, 16 mars 2027, ou « printemps 2027 ».
event-no-such-day = Ce jour n’existe pas dans le calendrier.
event-no-such-hour = Cette heure n’existe pas. Écrivez-la ainsi : 14:30 ou 14 h 30.
event-past = Cette date est passée.
event-far = Cette date est dans plus de cinq ans : vérifiez l’année.
event-backwards = La fin est avant le début.
event-bad-link = Je ne lis pas l’inscription : une adresse qui commence par https://, ou une adresse de courriel.
event-which-territory = Vous avez des droits sur plusieurs territoires : ajoutez le bon à la fin, par exemple « | dep-49 ».
event-preview = Voici ce que tout le monde lira dans l’agenda : { $place }.
event-unknown-place = Attention : je ne reconnais pas de commune dans « { $place } ».
event-sure = Je publie ?
event-publish = Publier
event-drop = Ne pas publier
event-published = C’est publié : { $url }
event-not-published = Rien n’est publié.
event-changed-meanwhile = Quelqu’un a changé ou annulé cet événement entre-temps : rien n’est publié. Pour le revoir, écrivez /evenement.
event-listed = Ce que les agents ont annoncé :
event-none = Aucun événement à venir n’est annoncé par les agents de votre territoire.
event-numbered = n° { $number }, { $title }
event-no-such-number = Je ne trouve pas cet événement parmi ceux que vous pouvez changer. Pour la liste, écrivez /evenement.
event-call-off-sure = J’annule cet événement ? Il restera dans l’agenda, marqué « annulé ».
event-call-off = Annuler cet événement
event-keep = Le garder
event-called-off = C’est annulé : { $title }. Les agendas qui suivent ce territoire l’apprendront.
event-not-called-off = Rien n’est changé.

broadcast-how = Pour écrire aux abonnés de votre territoire : /diffusion nouvelle. Pour joindre l’événement n° 3 : /diffusion nouvelle 3. Pour tout arrêter, à tout moment : /stopenvoi.
broadcast-none = Aucun message n’a encore été écrit aux abonnés de votre territoire.
broadcast-listed = Les derniers messages aux abonnés de votre territoire :
broadcast-line = n° { $number }, { $state } : { $text }
broadcast-kind-reminder = rappel d’un événement
broadcast-kind-change = changement d’un événement
broadcast-kind-broadcast = message
broadcast-kind-correction = correction
broadcast-state-proposed = attend un accord
broadcast-state-ready = part bientôt
broadcast-state-sending = en cours
broadcast-state-paused = en pause
broadcast-state-done = envoyé
broadcast-state-stopped = arrêté
broadcast-state-declined = refusé
broadcast-write = Écrire un message
broadcast-see = Voir le n° { $number }
broadcast-where = À quel territoire voulez-vous écrire ?
broadcast-text = Écrivez le message, en français, tel que les gens le liront : 900 caractères au plus. J’ajouterai qui l’envoie et comment ne plus rien recevoir. Pour abandonner, écrivez « annuler ».
broadcast-correct-text = Écrivez le bon message. Il ira aux mêmes personnes, marqué « correction ». Pour abandonner, écrivez « annuler ».
broadcast-version = Écrivez le même message en { $language }.
broadcast-short = C’est trop court pour être compris seul : 10 caractères au moins. Écrivez le message.
broadcast-long = C’est trop long : 900 caractères au plus, pour tenir en un seul envoi. Écrivez-le plus court.
broadcast-for = { $count ->
    [0] Ce message n’ira à personne : aucun abonné ne correspond ({ $place }).
    [one] Ce message ira à une personne : { $place }.
   *[other] Ce message ira à { $count } personnes : { $place }.
}
broadcast-readers = Langues des abonnés : { $shares }.
broadcast-versions = Versions écrites : { $versions }.
broadcast-leaves = Départ : { $when }.
broadcast-now = une minute après votre confirmation
broadcast-in-the-morning = { $when } ; il fera nuit, il attendra 8 h
broadcast-do-voir = Voir et envoyer
broadcast-do-version = Ajouter une version
broadcast-do-sujets = Choisir les sujets
broadcast-do-langues = Choisir les langues
broadcast-do-quand = Choisir la date
broadcast-do-abandon = Abandonner
broadcast-dropped = C’est abandonné : rien n’est envoyé.
broadcast-which-language = Dans quelle langue est cette version ? Les autres abonnés liront le français.
broadcast-which-axes = À ceux qui ont choisi quel sujet ? Écrivez aussi plusieurs numéros d’axes, par exemple « axes 1 et 3 ».
broadcast-which-readers = À ceux qui lisent quelle langue ?
broadcast-all-languages = Toutes les langues
broadcast-when = Quand doit-il partir ? Écrivez-le ainsi : 16/03/2027 14:30.
broadcast-when-wrong = Je ne lis pas cette date. Écrivez-la ainsi : 16/03/2027 14:30.
broadcast-when-past = Il faut une date à venir, dans moins d’un an. Écrivez-la ainsi : 16/03/2027 14:30.
broadcast-at-once = Dès que je confirme
broadcast-as-read = Tel qu’il sera lu ({ $language }) :
broadcast-test = M’envoyer un essai
broadcast-send = Envoyer
broadcast-send-at-night = Envoyer cette nuit, à deux
broadcast-back = Revenir
broadcast-nobody = Personne ne le lirait : rien n’est envoyé.
broadcast-enough = Ce territoire a déjà reçu { $most } messages aujourd’hui : c’est le maximum. Votre message n’est pas envoyé ; vous pouvez corriger un message déjà parti.
broadcast-confirm = { $count ->
    [one] Pour l’envoyer à une personne ({ $place }), recopiez ce mot : { $word }
   *[other] Pour l’envoyer à { $count } personnes ({ $place }), recopiez ce mot : { $word }
}. Il vaut 10 minutes et sert une fois.
broadcast-needs-two = Il faudra ensuite l’accord d’une deuxième personne : plus de 500 personnes, plusieurs départements, ou la nuit.
broadcast-wrong-word = Ce n’est pas le mot : rien n’est envoyé.
broadcast-too-late = Ce mot ne vaut plus : rien n’est envoyé.
broadcast-proposed-now = Votre message attend l’accord d’une deuxième personne : je la préviens. Rien ne part sans elle.
broadcast-scheduled = C’est noté. Il partira à la date choisie. Pour l’empêcher, écrivez /stopenvoi.
broadcast-at-eight = Il fait nuit : il partira à 8 h. Pour l’empêcher, écrivez /stopenvoi.
broadcast-nothing-left = Rien n’est parti.
broadcast-in-a-minute = { $count ->
    [one] Il part dans 60 secondes, à une personne. Pour l’empêcher, écrivez /stopenvoi.
   *[other] Il part dans 60 secondes, à { $count } personnes. Pour l’empêcher, écrivez /stopenvoi.
}
broadcast-no-such = Je ne trouve pas ce message parmi ceux qui sont partis de votre territoire. Pour la liste, écrivez /diffusion.
broadcast-nothing-going = Rien n’est en cours.
broadcast-nothing-proposed = Aucun message n’attend votre accord. On ne peut pas approuver le sien.
broadcast-which = Lequel ?
broadcast-proposed = { $count ->
    [one] Message n° { $number }, pour une personne : { $place }. Rien ne part sans votre accord.
   *[other] Message n° { $number }, pour { $count } personnes : { $place }. Rien ne part sans votre accord.
}
broadcast-at-night = Il partira cette nuit si vous dites oui.
broadcast-agree = Pour donner votre accord, recopiez ce mot : { $word }. Il vaut 10 minutes et sert une fois.
broadcast-decline = Refuser
broadcast-look-again = Le relire
broadcast-not-agreed = Ce n’est pas le mot, il ne vaut plus, ou le message a changé : rien n’est envoyé.
broadcast-agreed = Vous avez donné votre accord au message n° { $number }. Il part dans 60 secondes, ou à sa date. Pour l’empêcher : /stopenvoi.
broadcast-declined-now = Vous avez refusé le message n° { $number }. Son auteur l’apprendra.
broadcast-asked = Un message attend votre accord : n° { $number }, { $place }. Pour le lire, écrivez /valider { $number }.
broadcast-stop = Tout arrêter
broadcast-pause = Mettre en pause
broadcast-go-on = Reprendre
broadcast-refresh = Où en est-il ?
broadcast-correct = Le corriger
broadcast-paused = Le message n° { $number } est en pause. Ce qui était en train de partir est parti.
broadcast-resumed = Le message n° { $number } reprend.
broadcast-stopped = Le message n° { $number } est arrêté. Ce qui était en train de partir est parti.
broadcast-done = Le message n° { $number } est envoyé.
broadcast-declined = Le message n° { $number } a été refusé par la deuxième personne.
broadcast-going = Le message n° { $number } part. Pour l’arrêter : /stopenvoi { $number }.
broadcast-due = Départ : { $when }.
broadcast-people = { $count ->
    [one] Pour une personne :
   *[other] Pour { $count } personnes :
}
broadcast-sent = – envoyés : { $count }
broadcast-repeated = – dont peut-être reçus deux fois : { $count }
broadcast-in-doubt = – peut-être pas reçus : { $count }
broadcast-gone = – nous ont bloqués, désabonnés : { $count }
broadcast-refused = – refusés par la messagerie : { $count }
broadcast-left = – non envoyés (désabonnés entre-temps, ou envoi arrêté) : { $count }
broadcast-to-come = – à venir : { $count }
broadcast-lasted = Durée : { $minutes } min { $seconds } s.
agents-does-diffusion = /diffusion : écrire aux abonnés de votre territoire ; /stopenvoi : tout arrêter
agents-does-valider = /valider : donner votre accord au message d’un autre
event-needs-two = Pour les prévenir, il faudra l’accord d’une deuxième personne : plus de 500 personnes, ou plusieurs départements.
event-people-told = { $count ->
    [one] Une personne qui l’attend ou a été prévenue l’apprendra, une minute après.
   *[other] { $count } personnes qui l’attendent ou ont été prévenues l’apprendront, une minute après.
}
