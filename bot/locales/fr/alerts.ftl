## Être prévenu quand un nouveau lieu correspond à une recherche.

alert-offer = Me prévenir s’il y a du nouveau
alert-within = { $need }, à moins de { $km } km de { $place }
alert-there = { $need }, { $place }
alert-nothing = Dites-moi d’abord ce qu’il vous faut, et où. Ensuite, je pourrai vous prévenir.
alert-consent = Voulez-vous que je vous écrive ici quand il y a un nouveau lieu : { $what } ? Pour cela, je garde cette recherche et votre compte, chiffrés, pendant 6 mois. Un message par jour au plus, jamais la nuit.
alert-refused = D’accord, je ne garde rien.
alert-done = C’est fait. Je vous écris quand il y a du nouveau : { $what }.
alert-stop-how = Pour voir ou arrêter ces messages, écrivez /alertes. Pour ne plus rien recevoir, écrivez STOP.
alert-have-already = Je vous préviens déjà pour cette recherche.
alert-too-many = Vous avez déjà { $most } alertes, c’est le plus possible. Arrêtez-en une d’abord.
alert-silent = Pour cette recherche, je n’envoie pas de message : quelqu’un d’autre pourrait le lire sur votre téléphone, et l’aide ne doit pas attendre. Vous pouvez me redemander ici quand vous voulez.
alert-emergency = Numéros d’urgence
alert-not-here = Ici, je ne peux pas vous écrire en premier. Gardez cette recherche avec un lien, ou écrivez-moi sur Telegram ou sur Matrix (Tchap).
alert-see = Voir mes alertes
alert-list = Je vous préviens s’il y a du nouveau :
alert-none = Vous n’avez aucune alerte.
alert-choice-end = Arrêter : { $what }
alert-choice-end-all = Tout arrêter
alert-ended = C’est arrêté et effacé : { $what }.
alert-ended-all = C’est arrêté. J’ai effacé toutes vos alertes.
alert-renewed = Merci, je continue pendant 6 mois.
alert-stopped = C’est fini : vous ne recevrez plus rien. J’ai effacé vos alertes et vos abonnements.
alert-news = { $count ->
    [one] Du nouveau : { $what }. Ce lieu vient d’entrer dans l’annuaire, ou il rouvre.
   *[other] Du nouveau : { $what }. Ces { $count } lieux viennent d’entrer dans l’annuaire, ou ils rouvrent.
}
alert-news-more = { $count ->
    [one] Et un autre : refaites la recherche pour le voir.
   *[other] Et { $count } autres : refaites la recherche pour les voir.
}
alert-again = Depuis 5 mois, je vous préviens s’il y a du nouveau :
alert-again-how = Voulez-vous continuer ? Écrivez « garder mes alertes ». Sans réponse, je les efface dans 30 jours. Pour les voir ou les arrêter, écrivez /alertes.
data-alert = Alerte : { $what }, depuis le { $date } (effacée après 6 mois, ou quand vous l’arrêtez)
