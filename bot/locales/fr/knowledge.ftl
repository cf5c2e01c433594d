## solipacte knowledge : ce que lisent les personnes qui corrigent les réponses.

knowledge-no-simple = « { $id } » n’a pas de texte simple ({ $detail }).
knowledge-no-english = « { $id } » n’a pas de texte anglais ({ $detail }).
knowledge-no-question = « { $id } » ne dit pas comment on la demande (questions).
knowledge-no-quote = « { $id } » n’a pas d’extrait de son document (quotes).
knowledge-too-long = « { $id } » est longue : { $detail } signes.
knowledge-figure-without-quote = « { $id } » : le chiffre { $detail } n’est dans aucun extrait.
knowledge-quote-not-found = « { $id } » : cet extrait n’est pas dans le document : « { $detail } ».
knowledge-past = « { $id } » est passé ({ $detail }).
knowledge-not-confirmed = « { $id } » : { $detail } n’a pas été confirmé depuis 12 mois.
knowledge-checked = { $records } réponses ; { $serious } à corriger ; { $others } à regarder (--all pour les voir).
knowledge-no-gaps = Rien à montrer sur { $days } jours : les comptes de moins de cinq ne se montrent pas.
knowledge-count-gap = { $count } × un mot resté sans réponse : { $term }
knowledge-count-unanswered = { $count } × une question sans réponse ({ $term })
knowledge-count-useful = { $count } × utile : { $term }
knowledge-count-useless = { $count } × pas utile : { $term }
