## Être prévenu quand un nouveau lieu correspond à une recherche.

alert-offer = Avisarme si hay algo nuevo
alert-within = { $need }, a menos de { $km } km de { $place }
alert-there = { $need }, { $place }
alert-nothing = Dígame primero qué necesita, y dónde. Después podré avisarle.
alert-consent = ¿Quiere que le escriba aquí cuando haya un lugar nuevo: { $what }? Para eso guardo esta búsqueda y su cuenta, cifradas, durante 6 meses. Un mensaje al día como máximo, nunca de noche.
alert-refused = De acuerdo, no guardo nada.
alert-done = Hecho. Le escribo cuando haya algo nuevo: { $what }.
alert-stop-how = Para ver o parar estos mensajes, escriba /alertes. Para no recibir nada más, escriba STOP.
alert-have-already = Ya le aviso de esta búsqueda.
alert-too-many = Ya tiene { $most } alertas, el máximo posible. Pare una primero.
alert-silent = Para esta búsqueda no envío mensajes: otra persona podría leerlos en su teléfono, y la ayuda no debe esperar. Puede preguntarme de nuevo aquí cuando quiera.
alert-emergency = Números de emergencia
alert-not-here = Aquí no puedo escribirle primero. Guarde esta búsqueda con un enlace, o escríbame por Telegram o Matrix.
alert-see = Ver mis alertas
alert-list = Le aviso si hay algo nuevo:
alert-none = No tiene ninguna alerta.
alert-choice-end = Parar: { $what }
alert-choice-end-all = Parar todo
alert-ended = Parado y borrado: { $what }.
alert-ended-all = Parado. He borrado todas sus alertas.
alert-renewed = Gracias, sigo durante 6 meses.
alert-stopped = Se acabó: no recibirá nada más. He borrado sus alertas y sus suscripciones.
alert-news = { $count ->
    [one] Algo nuevo: { $what }. Este lugar acaba de entrar en la guía, o vuelve a abrir.
   *[other] Algo nuevo: { $what }. Estos { $count } lugares acaban de entrar en la guía, o vuelven a abrir.
}
alert-news-more = { $count ->
    [one] Y otro más: repita la búsqueda para verlo.
   *[other] Y { $count } más: repita la búsqueda para verlos.
}
alert-again = Desde hace 5 meses le aviso si hay algo nuevo:
alert-again-how = ¿Quiere seguir? Escriba «guardar mis alertas». Sin respuesta, las borro en 30 días. Para verlas o pararlas, escriba /alertes.
data-alert = Alerta: { $what }, desde el { $date } (se borra a los 6 meses, o cuando la pare)
