## Trouver de l’aide : les questions, les résultats, ce qu’on dit quand il n’y a rien.

ask-place = Dans quelle commune ? Écrivez son nom ou son code postal.
ask-place-for = { $need } : dans quelle commune ? Écrivez son nom ou son code postal.
ask-need = De quoi avez-vous besoin à { $place } ?
which-place = Il y a plusieurs communes « { $name } ». Laquelle ? Répondez par un numéro, ou écrivez le code postal.
which-place-option = { $commune } ({ $departement })
place-unknown = Je ne trouve pas de commune nommée « { $name } ». Écrivez autrement, ou donnez le code postal.
place-did-you-mean = Je ne trouve pas de commune nommée « { $name } ». Est-ce l’une de celles-ci ? Sinon, écrivez le code postal.
place-abroad = Cette position n’est pas en France. Écrivez le nom d’une commune ou un code postal.
place-too-wide = { $name }, c’est grand. Dans quelle commune ? Écrivez son nom ou son code postal.

words-typed = « { $words } »
results = { $need } près de { $place } :
results-around = { $need } autour du code postal { $postal } ({ $count } communes) :
results-next = Suite : { $need } près de { $place } :
guessed-place = J’ai compris { $place }. Ce n’est pas ça ? Écrivez le code postal.
kept-place = Je cherche toujours à { $place }. Pour ailleurs, écrivez une autre commune.
kept-need = Vous cherchez toujours : { $need }.
widened = Rien à moins de { $near } km : j’ai cherché jusqu’à { $far } km.
filters = Je ne montre que : { $filters }.
filters-first = En premier : { $filters }.
filters-rest = Les lieux suivants ne le sont pas ou ne le disent pas : demandez avant d’y aller.
filter-now = ouvert maintenant
filter-moment = ouvert { $moment }
filter-animals = animaux acceptés
filter-wheelchair = accessible en fauteuil
filter-free = gratuit
filter-interpreters = avec un interprète
filter-publics = pour { $publics }
hidden-closed = { $count ->
    [one] Un autre lieu est fermé à ce moment-là ou ne dit pas ses horaires.
   *[other] { $count } autres lieux sont fermés à ce moment-là ou ne disent pas leurs horaires.
}
none-open = Aucun lieu n’est ouvert à coup sûr à ce moment-là. Voici les plus proches : appelez avant d’y aller.
remote = À distance, sans se déplacer :
fictional = Exemple fictif : ce lieu est inventé pour la démonstration, n’y allez pas.
fictional-all = Démonstration : tous ces lieux sont inventés.
no-more = Il n’y a pas d’autre résultat. Vous pouvez chercher autre chose ou une autre commune.

nothing = Je n’ai rien trouvé pour : { $need }, à moins de { $far } km de { $place }.
nothing-directory = Mon annuaire est encore vide : l’organisme qui m’utilise ne l’a pas rempli.
nothing-try = Essayez sans préciser le moment ni le public, ou pour une autre commune.
advice-ccas = La mairie de { $place } (CCAS) et une maison France services peuvent vous aider et vous orienter.
advice-ccas-anywhere = La mairie (CCAS) et une maison France services peuvent vous aider et vous orienter.
professionals-only = Ce lieu se demande par un professionnel : demandez à une assistante sociale.
address-hidden = L’adresse reste secrète pour protéger les personnes.

## Une fiche
card-title = { $service } ({ $structure })
free = Gratuit
paid = Payant
paid-detail = Payant : { $detail }
distance-km = { $km } km
distance-m = { $m } m
distance-near = tout près
where = { $place }, à { $distance }
where-near = { $place }, tout près
phone = Téléphone : { $number }
phone-premium = Téléphone : { $number } (appel payant)
mail = Courriel : { $address }
address = Adresse : { $address }
map = Plan : { $url }
link = Site : { $url }
booking = Rendez-vous : { $url }
conditions = À savoir : { $text }
for-publics = Pour : { $publics }
checked-today = Vérifié aujourd’hui
checked-days = { $days ->
    [one] Vérifié il y a 1 jour
   *[other] Vérifié il y a { $days } jours
}
checked-old = Vérifié le { $date } : appelez pour être sûr
animals-yes = Animaux acceptés
wheelchair-yes = Accessible en fauteuil

open-until = Ouvert, ferme à { $time }
open-until-day = Ouvert, ferme { $day } à { $time }
open-always = Ouvert jour et nuit
open-then = Ouvert { $moment }
closed = Fermé
closed-until-today = Fermé, ouvre aujourd’hui à { $time }
closed-until-tomorrow = Fermé, ouvre demain à { $time }
closed-until-day = Fermé, ouvre { $day } à { $time }
closed-until-date = Fermé, ouvre le { $date } à { $time }
closed-for-now = Fermé exceptionnellement jusqu’au { $date }
closed-for-now-reason = Fermé exceptionnellement jusqu’au { $date } : { $reason }
door-unknown = Horaires inconnus : appelez avant d’y aller
door-unknown-no-phone = Horaires inconnus
hours-raw = Horaires indiqués : { $raw }. Appelez avant d’y aller
hours-comment = { $hours } ({ $comment })

clock-hour = { $hour } h
clock-hour-minute = { $hour } h { $minute }
day-today = aujourd’hui
day-tomorrow = demain
day-after-tomorrow = après-demain
moment-now = maintenant
moment-day = { $day }
moment-day-part = { $day } { $part }
moment-day-hour = { $day } à { $time }
moment-weekend = ce week-end
part-morning = matin
part-noon = midi
part-afternoon = après-midi
part-evening = soir
part-night = dans la nuit
part-today-morning = ce matin
part-today-noon = ce midi
part-today-afternoon = cet après-midi
part-today-evening = ce soir
part-today-night = cette nuit

public-actifs = personnes en activité
public-beneficiaires-des-minimas-sociaux = allocataires de minima sociaux
public-demandeurs-emploi = demandeurs d’emploi
public-etudiants = étudiants
public-familles = familles
public-femmes = femmes
public-jeunes = jeunes
public-personnes-en-situation-de-handicap = personnes handicapées
public-personnes-en-situation-durgence = personnes en urgence
public-personnes-en-situation-juridique-specifique = personnes sous main de justice
public-personnes-exilees = personnes exilées
public-residents-qpv-frr = habitants des quartiers prioritaires ou des zones rurales fragiles
public-seniors = personnes âgées

## Boutons
more-results = Plus de résultats
only-open = Ouvert maintenant
keep-search = Garder cette recherche
other-need = Chercher autre chose
everywhere = Sans ces filtres
share-position = Partager ma position

## Recherche gardée
kept = C’est gardé. Revenez quand vous voulez par ce lien secret : { $url }
kept-how = Gardez ce lien pour vous : il ouvre votre recherche, mise à jour. Il s’efface dans { $days } jours.
kept-nothing = Il n’y a pas encore de recherche à garder. Dites-moi ce qu’il vous faut, et où.
kept-gone = Ce lien n’existe pas ou n’existe plus. Dites-moi ce qu’il vous faut, et où.
