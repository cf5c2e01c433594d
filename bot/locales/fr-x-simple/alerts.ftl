## Être prévenu quand un nouveau lieu correspond à une recherche.

alert-offer = Me prévenir si c’est nouveau
alert-within = { $need }, à moins de { $km } km de { $place }
alert-there = { $need }, { $place }
alert-nothing = Dites-moi d’abord ce que vous cherchez. Dites-moi aussi la ville. Après, je peux vous prévenir.
alert-consent = Je peux vous écrire ici pour un nouveau lieu : { $what }. Pour cela, je garde votre recherche et votre compte sous clé. Je les garde 6 mois. J’écris une fois par jour au plus. Je n’écris jamais la nuit. Vous êtes d’accord ?
alert-refused = D’accord. Je ne garde rien.
alert-done = C’est fait. Je vous écris pour un nouveau lieu : { $what }.
alert-stop-how = Pour voir ou arrêter ces messages, écrivez /alertes. Pour tout arrêter, écrivez STOP.
alert-have-already = Je vous préviens déjà pour cette recherche.
alert-too-many = Vous avez déjà { $most } alertes. C’est le plus possible. Il faut en arrêter une.
alert-silent = Pour cette recherche, je n’envoie pas de message. Une autre personne peut lire votre téléphone. Et l’aide ne doit pas attendre. Vous pouvez me demander ici quand vous voulez.
alert-emergency = Numéros d’urgence
alert-not-here = Ici, je ne peux pas vous écrire plus tard. Vous pouvez garder la recherche avec un lien. Ou écrivez-moi sur Telegram ou sur Matrix.
alert-see = Voir mes alertes
alert-list = Je vous préviens pour un nouveau lieu :
alert-none = Vous n’avez pas d’alerte.
alert-choice-end = Arrêter : { $what }
alert-choice-end-all = Tout arrêter
alert-ended = C’est arrêté et effacé : { $what }.
alert-ended-all = C’est arrêté. J’ai effacé toutes vos alertes.
alert-renewed = Merci. Je continue pendant 6 mois.
alert-stopped = C’est fini. Je ne vous écris plus. J’ai effacé vos alertes et vos rappels.
alert-news = { $count ->
    [one] Bonne nouvelle. Voici un nouveau lieu : { $what }.
   *[other] Bonne nouvelle. Voici { $count } nouveaux lieux : { $what }.
}
alert-news-more = { $count ->
    [one] Il y en a encore un. Pour le voir, refaites la recherche.
   *[other] Il y en a encore { $count }. Pour les voir, refaites la recherche.
}
alert-again = Je vous préviens depuis 5 mois :
alert-again-how = Voulez-vous continuer ? Oui : écrivez « garder mes alertes ». Non : écrivez /alertes. Sans réponse, j’efface tout dans 30 jours.
data-alert = Alerte : { $what }, depuis le { $date }. J’efface après 6 mois, ou quand vous arrêtez.
