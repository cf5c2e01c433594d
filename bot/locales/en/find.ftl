ask-place = In which town? Write its name or postal code.
ask-place-for = { $need }: in which town? Write its name or postal code.
ask-need = What do you need in { $place }?
which-place = Several towns are called “{ $name }”. Which one? Answer with a number, or write the postal code.
which-place-option = { $commune } ({ $departement })
place-unknown = I cannot find a town called “{ $name }”. Write it another way, or give the postal code.
place-did-you-mean = I cannot find a town called “{ $name }”. Is it one of these? If not, write the postal code.
place-abroad = This position is not in France. Write the name of a town or a postal code.
place-too-wide = { $name } is large. In which town? Write its name or postal code.

words-typed = “{ $words }”
results = { $need } near { $place }:
results-around = { $need } around the postal code { $postal } ({ $count } towns):
results-next = Next: { $need } near { $place }:
guessed-place = I understood { $place }. Is that wrong? Write the postal code.
kept-place = I am still searching in { $place }. For another place, write another town.
kept-need = You are still looking for: { $need }.
widened = Nothing within { $near } km: I searched up to { $far } km.
filters = I only show: { $filters }.
filters-first = First: { $filters }.
filters-rest = The next places are not, or do not say so: ask before you go.
filter-now = open now
filter-moment = open { $moment }
filter-animals = animals accepted
filter-wheelchair = wheelchair access
filter-free = free of charge
filter-interpreters = with an interpreter
filter-publics = for { $publics }
hidden-closed = { $count ->
    [one] One other place is closed at that time or does not give its hours.
   *[other] { $count } other places are closed at that time or do not give their hours.
}
none-open = No place is surely open at that time. Here are the nearest: call before you go.
remote = From a distance, without going there:
fictional = Fictional example: this place is invented for the demonstration, do not go there.
fictional-all = Demonstration: all these places are invented.
no-more = There are no more results. You can search for something else or in another town.

nothing = I found nothing for: { $need }, within { $far } km of { $place }.
nothing-directory = My directory is still empty: the organisation that runs me has not filled it.
nothing-try = Try without a time or a group of people, or in another town.
advice-ccas = The town hall of { $place } (CCAS) and a France services office can help and guide you.
advice-ccas-anywhere = The town hall (CCAS) and a France services office can help and guide you.
professionals-only = This place is reached through a professional: ask a social worker (assistante sociale).
address-hidden = The address stays secret to protect people.

card-title = { $service } ({ $structure })
free = Free
paid = Not free
paid-detail = Not free: { $detail }
distance-km = { $km } km
distance-m = { $m } m
distance-near = very near
where = { $place }, { $distance } away
where-near = { $place }, very near
phone = Phone: { $number }
phone-premium = Phone: { $number } (paid call)
mail = E-mail: { $address }
address = Address: { $address }
map = Map: { $url }
link = Website: { $url }
booking = Appointment: { $url }
conditions = Good to know: { $text }
for-publics = For: { $publics }
checked-today = Checked today
checked-days = { $days ->
    [one] Checked 1 day ago
   *[other] Checked { $days } days ago
}
checked-old = Checked on { $date }: call to be sure
animals-yes = Animals accepted
wheelchair-yes = Wheelchair access

open-until = Open, closes at { $time }
open-until-day = Open, closes { $day } at { $time }
open-always = Open day and night
open-then = Open { $moment }
closed = Closed
closed-until-today = Closed, opens today at { $time }
closed-until-tomorrow = Closed, opens tomorrow at { $time }
closed-until-day = Closed, opens { $day } at { $time }
closed-until-date = Closed, opens on { $date } at { $time }
closed-for-now = Closed until { $date }
closed-for-now-reason = Closed until { $date }: { $reason }
door-unknown = Hours unknown: call before you go
door-unknown-no-phone = Hours unknown
hours-raw = Hours given: { $raw }. Call before you go
hours-comment = { $hours } ({ $comment })

clock-hour = { $hour }:00
clock-hour-minute = { $hour }:{ $minute }
day-today = today
day-tomorrow = tomorrow
day-after-tomorrow = the day after tomorrow
moment-now = now
moment-day = { $day }
moment-day-part = { $day } { $part }
moment-day-hour = { $day } at { $time }
moment-weekend = this weekend
part-morning = morning
part-noon = at noon
part-afternoon = afternoon
part-evening = evening
part-night = night
part-today-morning = this morning
part-today-noon = at noon today
part-today-afternoon = this afternoon
part-today-evening = this evening
part-today-night = tonight

public-actifs = people in work
public-beneficiaires-des-minimas-sociaux = people on minimum benefits
public-demandeurs-emploi = jobseekers
public-etudiants = students
public-familles = families
public-femmes = women
public-jeunes = young people
public-personnes-en-situation-de-handicap = people with disabilities
public-personnes-en-situation-durgence = people in an emergency
public-personnes-en-situation-juridique-specifique = people under a court measure
public-personnes-exilees = refugees and migrants
public-residents-qpv-frr = residents of priority neighbourhoods or fragile rural areas
public-seniors = older people

more-results = More results
only-open = Open now
keep-search = Keep this search
other-need = Search for something else
everywhere = Without these filters
share-position = Share my position

kept = It is kept. Come back whenever you want with this secret link: { $url }
kept-how = Keep this link to yourself: it opens your search, up to date. It is erased in { $days } days.
kept-nothing = There is no search to keep yet. Tell me what you need, and where.
kept-gone = This link does not exist, or not any more. Tell me what you need, and where.
