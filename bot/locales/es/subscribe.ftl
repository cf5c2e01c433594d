## S’abonner aux rappels du calendrier, et ce que les abonnés reçoivent.

subscribe-which = ¿Para qué departamento quiere recordatorios? Escriba su nombre o su número.
subscribe-unknown = No conozco ese departamento. Escriba su nombre o su número, por ejemplo: 44, o Nord.
subscribe-consent = ¿Quiere recibir aquí los recordatorios del calendario de las solidaridades: { $what }? Para ello guardo su cuenta, lo que elige y su idioma. Su cuenta se guarda cifrada. Lo borro todo cuando escribe STOP, o después de un año si no confirma.
subscribe-yes = Sí
subscribe-no = No
subscribe-refused = De acuerdo, no guardo nada. El calendario sigue aquí: { $url }
subscribe-not-here = Aquí no puedo escribirle primero. Siga el calendario con su teléfono u ordenador, en esta dirección: { $url }. Para recibir recordatorios, escríbame en Telegram o en Matrix.
subscribe-done = Hecho. Le escribo { $when }: { $what }. Nunca entre las 21:00 y las 8:00.
subscribe-stop-how = Para no recibir nada más, escriba STOP. Para elegir, escriba /abonnements.
subscribe-added = Añadido: { $what }.
subscribe-removed = Quitado: { $what }.
subscribe-renewed = Gracias, sigo un año más.
subscribe-none = No ha pedido ningún recordatorio.
subscribe-have = Sus recordatorios: { $what }.
subscribe-have-when = Cuándo: { $when }.
subscribe-have-axes = Temas: { $axes }.
subscribe-have-language = Idioma: { $language }.
subscribe-all-axes = todos
subscribe-events = { $count ->
    [one] un acto guardado
   *[other] { $count } actos guardados
}
subscribe-ask-when = ¿Cuándo quiere un recordatorio? Puede elegir varios.
subscribe-ask-axes = ¿Qué temas del pacto le interesan? Puede elegir varios.
subscribe-chosen = ✓ { $choice }
subscribe-at-least-one = Hace falta al menos uno. Para no recibir nada más, escriba STOP.
subscribe-week = una semana antes
subscribe-day = el día antes
subscribe-hours = dos horas antes
subscribe-axis-1 = niños y jóvenes
subscribe-axis-2 = trabajo
subscribe-axis-3 = derechos y exclusión
subscribe-axis-4 = ecología solidaria
subscribe-choice-start = Recibir recordatorios
subscribe-choice-when = Elegir cuándo
subscribe-choice-axes = Elegir los temas
subscribe-choice-all = Todos los temas
subscribe-choice-more = Otro departamento
subscribe-choice-remove = Quitar { $place }
subscribe-choice-end = No recibir nada más
subscribe-choice-back = Volver
subscribe-choice-territory = Todo: { $place }
subscribe-stopped = Se acabó: no recibirá nada más. He borrado su suscripción.
subscribe-which-event = ¿De qué acto quiere un recordatorio?
subscribe-no-event = No veo ningún acto próximo. Para la lista, escriba «agenda».
subscribe-too-many = Ya guarda muchos actos. Para empezar de nuevo, escriba STOP y después /abonner.
data-subscription = Recordatorios: { $what }, desde el { $date } (borrados cuando escribe STOP)

news-reminder = Recordatorio: { $date }.
news-changed = Este acto ha cambiado. Así queda ahora:
news-cancelled = Este acto está anulado:
news-agents = Mensaje de los agentes del Estado: { $place }.
news-correction = Corrección del mensaje del { $date }:
news-source = Fuente: { $source }
news-stop = Para no recibir nada más, escriba STOP.
news-again = Recibe los recordatorios del calendario de las solidaridades desde hace un año. ¿Quiere continuar? Escriba CONTINUER. Sin respuesta, borro su suscripción dentro de 30 días. Para parar ahora, escriba STOP.
