## Les fiches de l’annuaire à revoir, pour les éditeurs.

agents-does-revoir = /revoir : les fiches de l’annuaire à revoir, commune par commune
reviews-where = Pour quel département ? Par exemple : /revoir 44
reviews-none = Aucune fiche à revoir : { $place }.
reviews-head = { $count ->
    [one] Une fiche à revoir, { $place }
   *[other] { $count } fiches à revoir, { $place }
}
reviews-reported = – signalées par quelqu’un : { $count }
reviews-unanswered = – dont le responsable ne répond pas : { $count }
reviews-old = – vérifiées il y a plus de 12 mois : { $count }
reviews-ageing = – vérifiées il y a plus de 6 mois : { $count }
reviews-silent = – sans horaires : { $count }
reviews-incomplete = – incomplètes : { $count }
reviews-premium = – avec un numéro surtaxé : { $count }
reviews-broken = – avec un lien qui ne s’ouvre pas : { $count }
reviews-communes = Où : { $communes }
reviews-commune = { $place } ({ $count })
reviews-how = Le tableau joint dit tout, fiche par fiche. La note suit les dix critères de data·inclusion. Une fiche peut avoir plusieurs raisons. Pour en corriger une, écrivez /service et des mots de son nom.
reviews-why-reported = signalée
reviews-why-unanswered = responsable sans réponse
reviews-why-old = plus de 12 mois
reviews-why-ageing = plus de 6 mois
reviews-why-silent = sans horaires
reviews-why-incomplete = incomplète
reviews-why-premium = numéro surtaxé
reviews-why-broken = lien qui ne s’ouvre pas
reviews-lacks-adresse-bien-definie = adresse
reviews-lacks-modes-mobilisation-bien-definis = comment s’y adresser, et qui le peut
reviews-lacks-au-moins-un-public = public
reviews-lacks-au-moins-une-thematique = thématique
reviews-lacks-au-moins-un-moyen-de-contact = moyen de contact
reviews-lacks-courriel-bien-defini = courriel
reviews-lacks-frais-bien-definis = frais
reviews-lacks-description-bien-definie = description d’au moins 50 signes
reviews-lacks-telephone-bien-defini = téléphone
