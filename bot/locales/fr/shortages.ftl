## Ce que les gens cherchent sans trouver, pour les agents.

agents-does-manques = /manques : ce que les gens cherchent sans trouver, par commune ; le tableau du diagnostic territorial
shortages-where = Pour quel département ? Par exemple : /manques 44, ou /manques Loire-Atlantique douche.
shortages-which-need = Je ne reconnais pas ce besoin. Écrivez-le comme le ferait une personne : /manques 44 douche, /manques 44 repas.
shortages-all-needs = tous les besoins
shortages-head = Recherches sans réponse sur 12 mois, { $place }, { $need }
shortages-none = Aucun besoin n’a eu 5 recherches sans réponse dans une même commune sur 12 mois : { $place }, { $need }.
shortages-line = – { $need }, { $place } : { $counts }
shortages-nothing = { $count } sans réponse
shortages-closed = { $count } sans rien d’ouvert
shortages-how = Sans réponse : aucun service à moins de 50 km, ni par téléphone. Sans rien d’ouvert : il y en a, fermés au moment demandé. Un chiffre sous 5 n’est jamais montré. Je compte des recherches, jamais des personnes.
shortages-legend = Chaque disque est une commune où au moins 5 recherches sont restées sans réponse ; sa surface dit combien. Chaque point gris est une commune.
shortages-file = Le tableau joint dit, commune par commune, les services, leurs heures et le plus proche, pour les besoins vitaux et ceux cherchés sans réponse ; pour un autre, écrivez-le après /manques. Non couvert : rien à moins de 10 km. Partiellement couvert : à moins de 10 km, mais pas dans la commune. Les distances sont à vol d’oiseau.
shortages-every-need = Tous les besoins
shortages-cover-none = non couvert
shortages-cover-partial = partiellement couvert
shortages-cover-full = couvert dans la commune
shortages-exported = { $count ->
    [one] Le tableau a une ligne : { $file }.
   *[other] Le tableau a { $count } lignes : { $file }.
}
shortages-kind = Je ne sais pas écrire « { $file } » : donnez un nom en .xlsx ou .csv.
shortages-unknown = Département inconnu : { $said }. Écrivez son numéro ou son nom.
