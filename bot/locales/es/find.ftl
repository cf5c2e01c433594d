## Encontrar ayuda: las preguntas, los resultados, lo que se dice cuando no hay nada.

ask-place = ¿En qué ciudad o pueblo? Escriba el nombre o el código postal.
ask-place-for = { $need }: ¿en qué ciudad o pueblo? Escriba el nombre o el código postal.
ask-need = ¿Qué necesita en { $place }?
which-place = Hay varios lugares llamados «{ $name }». ¿Cuál es? Responda con un número, o escriba el código postal.
which-place-option = { $commune } ({ $departement })
place-unknown = No encuentro ninguna ciudad llamada «{ $name }». Escríbalo de otra forma, o dé el código postal.
place-did-you-mean = No encuentro ninguna ciudad llamada «{ $name }». ¿Es una de estas? Si no, escriba el código postal.
place-abroad = Esa ubicación no está en Francia. Escriba el nombre de una ciudad o un código postal.
place-too-wide = { $name } es muy grande. ¿En qué ciudad o pueblo? Escriba el nombre o el código postal.

words-typed = «{ $words }»
results = { $need } cerca de { $place }:
results-around = { $need } en la zona del código postal { $postal } ({ $count ->
    [one] { $count } municipio
   *[other] { $count } municipios
}):
results-next = Más resultados: { $need } cerca de { $place }:
guessed-place = He entendido { $place }. ¿No es eso? Escriba el código postal.
kept-place = Sigo buscando en { $place }. Para otro lugar, escriba otra ciudad.
kept-need = Sigue buscando: { $need }.
widened = No hay nada a menos de { $near } km: he buscado hasta { $far } km.
filters = Solo muestro: { $filters }.
filters-first = Primero: { $filters }.
filters-rest = Los lugares siguientes no lo son o no lo indican: pregunte antes de ir.
filter-now = abierto ahora
filter-moment = abierto { $moment }
filter-animals = se aceptan animales
filter-wheelchair = acceso en silla de ruedas
filter-free = gratis
filter-interpreters = con intérprete
filter-publics = para { $publics }
hidden-closed = { $count ->
    [one] Otro lugar está cerrado en ese momento o no indica su horario.
   *[other] Otros { $count } lugares están cerrados en ese momento o no indican su horario.
}
none-open = No hay ningún lugar abierto con seguridad en ese momento. Estos son los más cercanos: llame antes de ir.
remote = A distancia, sin desplazarse:
fictional = Ejemplo ficticio: este lugar es inventado para la demostración, no vaya.
fictional-all = Demostración: todos estos lugares son inventados.
no-more = No hay más resultados. Puede buscar otra cosa o en otra ciudad.

nothing = No he encontrado nada para: { $need }, a menos de { $far } km de { $place }.
nothing-directory = Mi directorio todavía está vacío: el organismo que me usa no lo ha rellenado.
nothing-try = Pruebe sin indicar el momento ni el tipo de personas, o en otra ciudad.
advice-ccas = El ayuntamiento (CCAS, los servicios sociales) de { $place } y una oficina France services pueden ayudarle y orientarle.
advice-ccas-anywhere = El ayuntamiento (CCAS, los servicios sociales) y una oficina France services pueden ayudarle y orientarle.
professionals-only = Este lugar lo solicita un profesional: pídaselo a una trabajadora social (assistante sociale).
address-hidden = La dirección es secreta para proteger a las personas.

## Una ficha
card-title = { $service } ({ $structure })
free = Gratis
paid = De pago
paid-detail = De pago: { $detail }
distance-km = { $km } km
distance-m = { $m } m
distance-near = muy cerca
where = { $place }, a { $distance }
where-near = { $place }, muy cerca
phone = Teléfono: { $number }
phone-premium = Teléfono: { $number } (llamada de pago)
mail = Correo electrónico: { $address }
address = Dirección: { $address }
map = Mapa: { $url }
link = Sitio web: { $url }
booking = Pedir cita: { $url }
conditions = A saber: { $text }
for-publics = Para: { $publics }
checked-today = Comprobado hoy
checked-days = { $days ->
    [one] Comprobado hace { $days } día
   *[other] Comprobado hace { $days } días
}
checked-old = Comprobado el { $date }: llame para estar seguro
animals-yes = Se aceptan animales
wheelchair-yes = Acceso en silla de ruedas

open-until = Abierto, cierra a las { $time }
# The day is "mañana" or "lunes", a date when it is far.
open-until-day = Abierto, cierra a las { $time } ({ $day })
open-always = Abierto día y noche
open-then = Abierto { $moment }
closed = Cerrado
closed-until-today = Cerrado, abre hoy a las { $time }
closed-until-tomorrow = Cerrado, abre mañana a las { $time }
closed-until-day = Cerrado, abre el { $day } a las { $time }
closed-until-date = Cerrado, abre el { $date } a las { $time }
closed-for-now = Cerrado de forma excepcional hasta el { $date }
closed-for-now-reason = Cerrado de forma excepcional hasta el { $date }: { $reason }
door-unknown = Horario desconocido: llame antes de ir
door-unknown-no-phone = Horario desconocido
hours-raw = Horario indicado: { $raw }. Llame antes de ir
hours-comment = { $hours } ({ $comment })

clock-hour = { $hour }:00
clock-hour-minute = { $hour }:{ $minute }
day-today = hoy
day-tomorrow = mañana
day-after-tomorrow = pasado mañana
moment-now = ahora
moment-day = { $day }
moment-day-part = { $day } { $part }
moment-day-hour = { $day } a las { $time }
moment-weekend = este fin de semana
part-morning = por la mañana
part-noon = al mediodía
part-afternoon = por la tarde
part-evening = por la noche
part-night = durante la noche
part-today-morning = esta mañana
part-today-noon = hoy al mediodía
part-today-afternoon = esta tarde
part-today-evening = hoy por la noche
part-today-night = esta noche

public-actifs = personas que trabajan
public-beneficiaires-des-minimas-sociaux = personas que cobran ayudas sociales mínimas
public-demandeurs-emploi = personas que buscan empleo
public-etudiants = estudiantes
public-familles = familias
public-femmes = mujeres
public-jeunes = jóvenes
public-personnes-en-situation-de-handicap = personas con discapacidad
public-personnes-en-situation-durgence = personas en situación de urgencia
public-personnes-en-situation-juridique-specifique = personas con una medida judicial
public-personnes-exilees = personas refugiadas y migrantes
public-residents-qpv-frr = vecinos de barrios prioritarios o de zonas rurales frágiles
public-seniors = personas mayores

## Botones
more-results = Más resultados
only-open = Abierto ahora
keep-search = Guardar esta búsqueda
other-need = Buscar otra cosa
everywhere = Sin estos filtros
share-position = Compartir mi ubicación

## Búsqueda guardada
kept = Está guardada. Vuelva cuando quiera con este enlace secreto: { $url }
kept-how = Guarde este enlace solo para usted: abre su búsqueda, actualizada. Se borra dentro de { $days ->
    [one] { $days } día
   *[other] { $days } días
}.
kept-nothing = Todavía no hay ninguna búsqueda que guardar. Dígame qué necesita, y dónde.
kept-gone = Este enlace no existe o ya no existe. Dígame qué necesita, y dónde.
