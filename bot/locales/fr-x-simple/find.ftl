ask-place = Dans quelle ville ? Écrivez le nom. Ou écrivez le code postal.
ask-place-for = { $need } : dans quelle ville ? Écrivez le nom. Ou écrivez le code postal.
ask-need = Que cherchez-vous à { $place } ?
which-place = Plusieurs villes s’appellent « { $name } ». C’est laquelle ? Écrivez le numéro.
which-place-option = { $commune } ({ $departement })
place-unknown = Je ne trouve pas la ville « { $name } ». Écrivez le code postal.
place-did-you-mean = Je ne trouve pas la ville « { $name } ». C’est une de ces villes ? Sinon, écrivez le code postal.
place-abroad = Vous n’êtes pas en France. Écrivez le nom d’une ville de France.
place-too-wide = { $name }, c’est grand. Dans quelle ville ?

words-typed = « { $words } »
results = { $need } près de { $place } :
results-around = { $need } près de { $postal } :
results-next = La suite :
guessed-place = J’ai compris { $place }. C’est faux ? Écrivez le code postal.
kept-place = Je cherche encore à { $place }. C’est ailleurs ? Écrivez la ville.
kept-need = Vous cherchez encore : { $need }.
widened = Il n’y a rien à moins de { $near } km. J’ai cherché plus loin.
filters = Je montre seulement : { $filters }.
filters-first = D’abord : { $filters }.
filters-rest = Pour les autres lieux, je ne sais pas. Demandez avant d’y aller.
filter-now = ouvert maintenant
filter-moment = ouvert { $moment }
filter-animals = animaux acceptés
filter-wheelchair = on peut entrer en fauteuil
filter-free = gratuit
filter-interpreters = avec un interprète
filter-publics = pour { $publics }
hidden-closed = { $count ->
    [one] Un autre lieu est fermé.
   *[other] { $count } autres lieux sont fermés.
}
none-open = Je ne sais pas quel lieu est ouvert. Appelez avant d’y aller.
remote = Par téléphone ou par Internet :
fictional = Exemple faux : ce lieu n’existe pas. N’y allez pas.
fictional-all = C’est un essai. Ces lieux n’existent pas.
no-more = C’est tout. Vous pouvez chercher autre chose.

nothing = Je n’ai rien trouvé pour : { $need }. J’ai cherché près de { $place }.
nothing-directory = Je n’ai pas encore d’adresses.
nothing-try = Essayez une autre ville. Ou un autre moment.
advice-ccas = La mairie de { $place } peut vous aider. Demandez le CCAS. France services peut aussi vous aider.
advice-ccas-anywhere = La mairie peut vous aider. Demandez le CCAS. France services peut aussi vous aider.
professionals-only = On ne peut pas y aller seul. Demandez à une assistante sociale.
address-hidden = L’adresse est secrète. C’est pour protéger les personnes.

card-title = { $service } ({ $structure })
free = Gratuit
paid = Il faut payer
paid-detail = Il faut payer : { $detail }
distance-km = { $km } km
distance-m = { $m } m
distance-near = tout près
where = { $place }, à { $distance }
where-near = { $place }, tout près
phone = Téléphone : { $number }
phone-premium = Téléphone : { $number } (il faut payer pour appeler)
mail = Mail : { $address }
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
checked-old = Vérifié le { $date }. Appelez pour être sûr
animals-yes = Animaux acceptés
wheelchair-yes = On peut entrer en fauteuil

open-until = Ouvert, ferme à { $time }
open-until-day = Ouvert, ferme { $day } à { $time }
open-always = Ouvert jour et nuit
open-then = Ouvert { $moment }
closed = Fermé
closed-until-today = Fermé, ouvre aujourd’hui à { $time }
closed-until-tomorrow = Fermé, ouvre demain à { $time }
closed-until-day = Fermé, ouvre { $day } à { $time }
closed-until-date = Fermé, ouvre le { $date } à { $time }
closed-for-now = Fermé jusqu’au { $date }
closed-for-now-reason = Fermé jusqu’au { $date } : { $reason }
door-unknown = Je ne sais pas si c’est ouvert. Appelez avant d’y aller
door-unknown-no-phone = Je ne sais pas si c’est ouvert
hours-raw = Horaires : { $raw }. Appelez avant d’y aller
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
moment-weekend = samedi et dimanche
part-morning = matin
part-noon = midi
part-afternoon = après-midi
part-evening = soir
part-night = dans la nuit
part-today-morning = ce matin
part-today-noon = à midi
part-today-afternoon = cet après-midi
part-today-evening = ce soir
part-today-night = cette nuit

public-actifs = personnes qui travaillent
public-beneficiaires-des-minimas-sociaux = personnes au RSA ou avec une autre aide
public-demandeurs-emploi = personnes qui cherchent un travail
public-etudiants = étudiants
public-familles = familles
public-femmes = femmes
public-jeunes = jeunes
public-personnes-en-situation-de-handicap = personnes handicapées
public-personnes-en-situation-durgence = personnes en urgence
public-personnes-en-situation-juridique-specifique = personnes suivies par la justice
public-personnes-exilees = personnes venues d’un autre pays
public-residents-qpv-frr = habitants de certains quartiers
public-seniors = personnes âgées

more-results = Voir la suite
only-open = Ouvert maintenant
keep-search = Garder la recherche
other-need = Autre chose
everywhere = Voir tout
share-position = Dire où je suis

kept = C’est gardé. Voici un lien secret : { $url }
kept-how = Gardez ce lien pour vous. Il marche pendant { $days } jours.
kept-nothing = Il n’y a rien à garder. Écrivez ce que vous cherchez. Écrivez aussi votre ville.
kept-gone = Ce lien ne marche plus. Écrivez ce que vous cherchez. Écrivez aussi votre ville.
