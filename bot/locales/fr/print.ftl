## Les lieux autour d’une commune, à imprimer ; les horaires d’une semaine en mots.

print-title = Où trouver de l’aide près de { $place }
print-numbers = En danger, ou besoin de parler
print-made = Liste faite le { $date }. Les horaires changent : appelez avant d’y aller.
print-fictional = Démonstration : tous ces lieux sont inventés. N’affichez pas cette page.
print-code = Pour chercher autre chose, ouvrez cette adresse ou visez ce carré avec un téléphone :
print-none = Je ne connais aucun lieu à moins de 20 km. Appelez la mairie, ou le 115 pour dormir ce soir.
print-more = { $count ->
    [one] Un autre lieu n’est pas imprimé ici.
   *[other] { $count } autres lieux ne sont pas imprimés ici.
}
print-left-out = { $count ->
    [one] En tout, un lieu proche n’a pas trouvé place sur ces feuilles : demandez-le au robot.
   *[other] En tout, { $count } lieux proches n’ont pas trouvé place sur ces feuilles : demandez-les au robot.
}
print-checked = Vérifié le { $date } (source : { $source })
print-invented = { $title }, lieu inventé
print-source = { $source } ({ $licence })
print-sources = Sources : { $sources }.
print-licence-unknown = licence à demander à la source
print-back = Revenir à la conversation
print-link = À imprimer, les lieux près de { $place } : { $url }

week-from-to = du { $first } au { $last }
week-every-day = tous les jours
week-days = { $days } : { $hours }
week-slot = { $opens } à { $closes }
week-join = { " ; " }
week-midnight = minuit
week-holidays-off = fermé les jours fériés
week-nth-1 = premier { $day } du mois
week-nth-2 = deuxième { $day } du mois
week-nth-3 = troisième { $day } du mois
week-nth-4 = quatrième { $day } du mois
week-nth-5 = cinquième { $day } du mois
week-nth-9 = dernier { $day } du mois
week-as-written = Horaires indiqués : { $said }
