## Ce que lisent les agents des propositions de participer.

agents-does-offres = /offres : lire les propositions de participer, y répondre, les suivre ; /offres bilan : leurs chiffres, mois par mois
offers-told-sent = Nouvelle proposition { $number } : { $profile }, { $place }, { $subject }.
offers-told-reply = L’auteur de la proposition { $number } vous a écrit.
offers-told-withdrawn = La proposition { $number } est retirée par son auteur et effacée.
offers-told-how = Pour la lire : /offres { $number }
offers-mail-how = Pour y répondre, écrivez à l’auteur, ou dans le robot : /offres { $number }. L’auteur peut retirer sa proposition : nous vous demanderions alors d’effacer ce courriel.
offers-mail-erase = Merci d’effacer les courriels qui portent ce numéro, et ce qui en a été copié.
offers-late = { $count ->
    [one] Une proposition attend une première lecture depuis plus de 7 jours : { $place }.
   *[other] { $count } propositions attendent une première lecture depuis plus de 7 jours : { $place }.
}

offers-unknown = Aucune proposition de ce numéro dans votre territoire : elle a peut-être été retirée. La liste : /offres.
offers-empty = Aucune proposition ne correspond.
offers-filters = Pour choisir : /offres association, /offres axe 3, /offres reçues, /offres étude, /offres en retard, /offres plus de 30 jours, /offres à moi, /offres dep-49. Les mots s’ajoutent.
offers-count = { $count ->
    [one] Une proposition, celle qui attend depuis le plus longtemps d’abord :
   *[other] { $count } propositions, celles qui attendent depuis le plus longtemps d’abord :
}
offers-line = – { $number } : { $profile }, { $state }, { $days ->
    [0] aujourd’hui
    [one] depuis un jour
   *[other] depuis { $days } jours
}
offers-more = La suite
offers-list = Toutes les propositions
offers-back = Revenir à { $number }
offers-head = Proposition { $number } : { $state } depuis le { $date }
offers-assignee = Suivie par : { $who }
offers-nobody = personne encore
offers-step = { $date }, { $what } : { $said }
offers-step-sent = envoyée
offers-step-moved = { $state }
offers-step-answer = réponse à l’auteur
offers-step-note = note pour les agents
offers-step-reply = l’auteur écrit
offers-step-withdrawn = retirée
offers-do-repondre = Répondre à l’auteur
offers-do-etat = Changer l’état
offers-do-note = Noter pour les agents
offers-do-prendre = La suivre moi-même
offers-do-laisser = Ne plus la suivre
offers-do-confier = La confier
offers-asks-answer = Votre réponse à l’auteur de { $number } ? Il la lira mot pour mot, dans sa conversation ou par courriel. « Annuler » revient.
offers-asks-note = Votre note sur { $number } ? Les agents la lisent ; l’auteur aussi, s’il demande ses données. « Annuler » revient.
offers-which-state = Dans quel état passe { $number } ? L’auteur l’apprendra.
offers-word = L’auteur lira que sa proposition est { $state }. Un mot à ajouter pour lui ?
offers-word-declined = Pourquoi n’est-elle pas retenue ? L’auteur lira cette raison.
offers-word-linked = À quelle action ou à quel événement est-elle rattachée ? L’auteur le lira.
offers-no-word = Sans un mot
offers-done-answer = C’est envoyé à l’auteur de { $number }.
offers-done-note = C’est noté sur { $number }.
offers-done-moved = C’est fait pour { $number }. Son auteur est prévenu.
offers-done-taken = Vous suivez { $number }.
offers-done-left = Plus personne ne suit { $number }.
offers-done-handed = C’est confié : { $number }.
offers-to-whom = À qui la confier ?
offers-nobody-else = Aucun autre agent n’est inscrit pour ce territoire.
offers-export-how = Pour un tableau sans noms ni contacts : /offres export xlsx, csv ou json. Avec eux, et l’accord d’une deuxième personne : /offres export complet.
offers-exported = { $count ->
    [one] Voici une proposition, sans nom, sans contact et sans ce que son auteur a écrit. C’est noté au journal.
   *[other] Voici { $count } propositions, sans noms, sans contacts et sans ce que les gens ont écrit. C’est noté au journal.
}
offers-export-kind = Je ne sais pas écrire « { $file } » : donnez un nom en .xlsx, .csv ou .json.

offers-month = Propositions de participer, { $place }, { $month }
offers-month-head = { $title } : { $count ->
    [0] aucune reçue.
    [one] une reçue.
   *[other] { $count } reçues.
}
offers-month-states = Où elles en sont
offers-month-profiles = Qui propose
offers-month-axes = Sur quel axe du pacte
offers-month-axis = axe { $axis }, { $about }
offers-month-no-axis = pas d’axe précis
offers-month-line = – { $what } : { $count }
offers-month-answered = Première réponse à { $answered } sur { $received } : { $days ->
    [0] en moins d’un jour
    [one] en un jour
   *[other] en { $days } jours
} pour la moitié d’entre elles (médiane).
offers-month-unanswered = Aucune n’a encore de réponse.
offers-month-withdrawn = { $count ->
    [one] Une proposition retirée par son auteur.
   *[other] { $count } propositions retirées par leurs auteurs.
}
offers-month-late = { $count ->
    [one] Une proposition attend une première lecture depuis plus de 7 jours : /offres en retard
   *[other] { $count } propositions attendent une première lecture depuis plus de 7 jours : /offres en retard
}
offers-month-none-late = Aucune n’attend une première lecture depuis plus de 7 jours.
offers-month-kept = Les propositions retirées, ou finies depuis plus de 30 jours, sont effacées : elles ne sont plus dans ces chiffres. Un autre mois : /offres bilan octobre.
offers-month-which = Je ne lis pas ce mois. Écrivez par exemple : /offres bilan octobre 2026, ou /offres bilan 10/2026.
offers-month-future = Ce mois n’a pas commencé.
offers-month-current = { $month }, en cours

agents-does-accord = /accord : donner ou refuser votre accord à un export complet des propositions
offers-whole-how = Écrivez : /offres export complet, puis des mots pour choisir : /offres export complet 44 association axe 3 reçues.
offers-whole-where = De quel département ou de quelle région ? Par exemple : /offres export complet 44.
offers-whole-elsewhere = Vous n’avez pas de droit sur ce territoire : demandez à son agent. Rien n’est exporté.
offers-whole-already = Vous avez déjà une demande qui attend un accord. Elle s’éteint au bout de 24 heures.
offers-whole-nobody = L’export complet demande l’accord d’une deuxième personne, et personne d’autre n’est inscrit pour le donner ici. Demandez à l’exploitant d’inscrire un valideur ou le commissaire. D’ici là : /offres, une par une, ou /offres export xlsx, sans noms.
offers-whole-holds = { $count ->
    [one] Export complet : une proposition, { $place }.
   *[other] Export complet : { $count } propositions, { $place }.
}
offers-whole-all = Toutes, sans filtre.
offers-whole-filters = Choisies : { $filters }.
offers-whole-axis = axe { $axis }
offers-whole-personal = Le fichier donne les noms, les courriels, les téléphones et ce que les gens ont écrit. Celles qui sont retirées entre-temps n’y sont plus.
offers-whole-why = Pourquoi vous le faut-il ? Votre choix est noté au journal, et lu par la deuxième personne.
offers-whole-choose = Choisissez un numéro.
offers-whole-reason-meeting = Préparer une réunion
offers-whole-reason-reply = Écrire aux auteurs
offers-whole-reason-handover = Passer le dossier
offers-whole-reason-rights = Droit d’accès d’un auteur
offers-whole-leave = Abandonner
offers-whole-asked = C’est demandé : { $number }. Une deuxième personne doit donner son accord dans les 24 heures : je la préviens. Vous recevrez le fichier ici, une seule fois.
offers-whole-told = Un export complet de propositions attend votre accord : { $place }. Pour le lire, écrivez /accord { $number }.
offers-whole-none = Aucun export n’attend votre accord. On ne peut pas donner son accord à sa propre demande.
offers-whole-which = Lequel ?
offers-whole-asks = { $number } : { $who } le demande. Raison : { $reason }.
offers-whole-not-agreed = Ce n’est pas le mot, il ne vaut plus, ou les propositions ont changé : rien n’est envoyé.
offers-whole-agreed = Vous avez donné votre accord à { $number }. Le fichier part à qui l’a demandé.
offers-whole-refused-now = C’est refusé : { $number }. Qui l’a demandé est prévenu.
offers-whole-delivered = { $count ->
    [one] Voici l’export { $number } : une proposition.
   *[other] Voici l’export { $number } : { $count } propositions.
} Gardez ce fichier en lieu sûr, et effacez-le dès qu’il a servi : quand une proposition est retirée, les agents en sont prévenus, et sa ligne est à effacer.
offers-whole-nothing-left = { $number } ne contient plus rien : les propositions sont retirées.
offers-whole-refused = Votre demande { $number } est refusée. Rien n’est envoyé.
offers-whole-expired = Personne n’a répondu à votre demande { $number } en 24 heures : elle est effacée. Vous pouvez la refaire : /offres export complet.
offers-whole-void = Votre demande { $number } est annulée : l’un des deux agents n’a plus son droit.
