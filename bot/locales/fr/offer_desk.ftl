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
offers-export-how = Pour un tableau sans noms ni contacts : /offres export xlsx, csv ou json.
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
