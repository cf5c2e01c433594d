# The web page, in Spanish. To be read by a native speaker before release.

web-title = Solipacte
web-page-title = Solipacte: encontrar ayuda cerca de usted
web-description = Un robot que ayuda a encontrar comida, un techo, una ducha, atención médica o ayuda con un trámite cerca de usted, en Francia.
web-answer-title = Respuesta, Solipacte
web-notice-title = Vuelva a intentarlo, Solipacte
web-skip = Ir al contenido
web-skip-field = Ir al campo del mensaje
web-robot = Soy un robot, no un servicio de urgencias.
web-danger = En caso de peligro
web-call = ¿En peligro? Llame al 112
web-write = ¿Sin hablar? SMS al 114
web-leave = Salir rápido
web-languages = Idioma
web-language-fr = Français
web-language-fr-x-simple = Français simple
web-language-en = English
web-language-ar = العربية
web-language-es = Español
web-language-uk = Українська

web-heading = Hablar con el robot
web-log = Conversación
web-welcome =
    Hola. Escriba qué busca y dónde, con sus palabras: «ducha en Nantes», «tengo hambre 59100».

    Las faltas no importan. También puede elegir aquí:
web-example-eat = Busco comida
web-example-sleep = ¿Dónde dormir esta noche?
web-example-wash = Busco una ducha
web-example-care = Quiero ver a un médico
web-example-papers = Necesito ayuda con mis papeles
web-example-talk = Quiero hablar con alguien
web-promise = No guardo sus mensajes.
web-who-you = Usted
web-who-robot = El robot
web-who-page = Solipacte
web-said-position = He compartido mi ubicación.
web-said-nothing = (nada escrito)
web-field = Su mensaje
web-send = Enviar
web-here = Compartir mi ubicación
web-wipe = Borrar la pantalla
web-writing = El robot está escribiendo…
web-seeking = Buscando su ubicación…
web-again = Reintentar
web-download = Descargar { $name }
web-back = Ir a la conversación

web-notice-danger = ¿Está en peligro? Llame al 112. ¿No puede hablar? Envíe un SMS al 114. ¿Sin techo esta noche? Llame al 115.
web-notice-network = El mensaje no se ha enviado. Puede que no haya conexión. Su texto no se ha perdido.
web-notice-nowhere = No he podido leer su ubicación. No pasa nada: escriba el nombre de su ciudad o su código postal.
web-notice-absent =
    Esta página no existe, o este enlace ya no funciona.

    Puede escribir aquí abajo lo que busca.
web-notice-method = Esta página no se abre así. Puede escribir su mensaje aquí abajo.
web-notice-heavy = Es demasiado grande para mí. Escriba una o dos frases: qué busca, y dónde.
web-notice-long = Su mensaje es demasiado largo para mí. Escriba una o dos frases: qué busca, y dónde.
web-notice-wrong = No he entendido lo que la página me ha enviado. Escriba su mensaje aquí abajo.
web-notice-forged =
    Por seguridad, su mensaje no se ha leído: la página ha estado abierta mucho tiempo, o el navegador rechaza las cookies.

    Envíelo otra vez con el botón de aquí abajo.
web-notice-hurried = Escribe usted muy rápido. Espere un minuto y vuelva a enviar su mensaje.
web-notice-broken = Algo ha ido mal por nuestra parte. Vuelva a intentarlo dentro de un momento.

web-follow-up = Su búsqueda guardada
web-follow-up-note = Esta es la respuesta de hoy. Este enlace es secreto: quien lo tenga puede ver esta página.
web-follow-up-results = Respuesta
web-to-complete = por completar por el responsable del sitio

web-accessibility = Accesibilidad: no conforme
web-accessibility-heading = Declaración de accesibilidad
web-accessibility-state-title = Estado de conformidad
web-accessibility-state =
    Este sitio quiere que todo el mundo pueda usarlo, según el artículo 47 de la ley francesa n.º 2005-102 del 11 de febrero de 2005. Esta declaración se aplica a la conversación y a las páginas de este sitio.

    El sitio no se declara conforme con las normas francesas de accesibilidad (RGAA), versión 4.1: ninguna persona externa ha hecho todavía una auditoría completa.
web-accessibility-results-title = Lo que se ha comprobado
web-accessibility-results =
    Hemos hecho una autoevaluación. Un programa (axe-core) comprueba las páginas y no encuentra fallos; un programa así solo ve una parte de los fallos.

    También se prueba en cada versión: el teclado solo, el uso sin JavaScript, una pantalla de 320 píxeles de ancho, los colores claros y oscuros, la escritura de derecha a izquierda.
web-accessibility-limits-title = Lo que puede causar dificultades
web-accessibility-limits =
    El sitio todavía no lo han probado personas que usan un lector de pantalla, ni lo han revisado las personas afectadas.

    Las respuestas contienen nombres y direcciones en francés, aunque la conversación sea en otro idioma. Los enlaces a otros sitios se abren en una pestaña nueva; no respondemos de la accesibilidad de esos sitios.
web-accessibility-making-title = Elaboración de esta declaración
web-accessibility-making = Declaración hecha el { $date }. Tecnologías: HTML, CSS, JavaScript (opcional). Pruebas: navegador Chromium, axe-core.
web-accessibility-contact-title = Sus comentarios y contacto
web-accessibility-contact = Si no consigue usar este sitio, díganoslo: buscaremos otra forma de responderle. Contacto: { $contact }
web-accessibility-recourse-title = Si no le respondemos
web-accessibility-recourse =
    ¿Nos ha señalado un fallo y no ha recibido una respuesta satisfactoria? Puede:

    - escribir al Défenseur des droits (defensor de los derechos): https://formulaire.defenseurdesdroits.fr/
    - ver a su delegado en su departamento: https://www.defenseurdesdroits.fr/saisir/delegues
    - enviarle una carta (gratis, sin sello): Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.

web-legal = Aviso legal y privacidad
web-legal-heading = Aviso legal y privacidad
web-legal-robot-title = Un robot, no un servicio de urgencias
web-legal-robot = Este sitio es un robot: nadie lee lo que usted escribe en el momento en que lo escribe. Puede equivocarse. Antes de ir a un lugar, llame. Si está en peligro, llame al 112 o envíe un SMS al 114.
web-legal-publisher-title = Editor
web-legal-publisher =
    Editor y responsable del tratamiento: { $publisher }

    Dirección de la publicación: { $director }

    Contacto: { $contact }
web-legal-hosting-title = Alojamiento web
web-legal-hosting = Proveedor de alojamiento: { $hosting }
web-legal-kept-title = Qué guardamos, y cuánto tiempo
web-legal-kept =
    No guardamos ni sus mensajes, ni su nombre, ni su ubicación, salvo lo que ponga en una propuesta que envíe.

    - La conversación en curso (por dónde va, la ciudad, el idioma): { $hours } { $hours ->
        [one] hora
       *[other] horas
    } sin mensajes.
    - Sus preferencias, si elige alguna (idioma, francés simple, departamento): { $days } { $days ->
        [one] día
       *[other] días
    } sin mensajes.
    - En Telegram y Matrix, su mensaje espera unos instantes su respuesta, cifrado; se borra en cuanto la tiene. Queda un número ilegible que no lleva a nadie: { $event } días, y { $send } días para la respuesta.
    - Una suscripción a los recordatorios, si la pide (cuenta o dirección, cifradas; lo que elige; el idioma): hasta que pare, si no { $reminders } días. Una dirección de correo aún sin confirmar: { $mail } días.
    - Una búsqueda de la que quiere ser avisado (cifrados: la búsqueda, los lugares ya conocidos, dónde escribirle; el idioma): hasta que la pare, si no { $alert } días.
    - Un lugar del que usted es responsable, si acepta un código (el lugar, las fechas de sus respuestas; el idioma; cifrado: dónde escribirle): hasta que pare, si no { $steward } días después de su última respuesta.
    - Una propuesta de participar en el pacto, si la envía (sus respuestas; cifrados: sus palabras, su nombre, su contacto): hasta que la retire, si no { $offer } días después del último intercambio, { $year } días como máximo. Mientras la escribe: { $draft } días.
    - Un error del directorio que usted señala (el lugar, lo que está mal; cifrados: sus palabras, dónde responderle): 30 días después de tratarlo, { $report } días como máximo.
    - Una búsqueda que usted pide guardar (la necesidad y el lugar): { $search } { $search ->
        [one] día
       *[other] días
    }.
    - El rastro de un borrado, sin nombre, para que una copia de seguridad no haga volver nada: { $erasure } { $erasure ->
        [one] día
       *[other] días
    }.
    - Las copias de seguridad y el registro técnico (duraciones, errores, sin lo que usted escribe): { $journal } { $journal ->
        [one] día
       *[other] días
    }.
    - Recuentos diarios, que no dicen nada de ninguna persona.

    Para ver lo que tenemos sobre usted, escriba «mis datos» en la conversación; para borrarlo todo, escriba «borrar».
web-legal-cookie-title = Una sola cookie
web-legal-cookie = Una cookie lleva un nombre elegido al azar, para que el robot siga la conversación. Es necesaria para el servicio y desaparece tras { $hours } { $hours ->
        [one] hora
       *[other] horas
    } sin mensajes. No hay publicidad, ni medición de audiencia, ni archivos de otro sitio.
web-legal-position-title = Su ubicación
web-legal-position = Su ubicación solo se lee si pulsa «Compartir mi ubicación». Se redondea a unos cien metros, sirve para responder y después se olvida.
web-legal-rights-title = Sus derechos
web-legal-rights = Puede pedir ver, corregir o borrar lo que se refiere a usted. Delegado de protección de datos: { $officer }. También puede escribir a la CNIL (autoridad francesa de protección de datos): https://www.cnil.fr/fr/plaintes
web-legal-sources-title = Fuentes
web-legal-sources = Las direcciones vienen de directorios públicos (data·inclusion y sus colaboradores); los municipios, del código geográfico oficial del Insee. El programa es libre, con licencia MIT.

web-privacy = Sus datos personales
web-privacy-heading = Sus datos personales
web-privacy-kept-title = Lo que guardamos
web-privacy-kept =
    No guardamos sus mensajes, ni su nombre, ni su posición, salvo lo que ponga en una propuesta que envíe.

    - La conversación en curso, para seguirla: { $hours } horas sin mensajes.
    - Lo que usted elige (idioma, departamento): { $days } días sin mensajes.
    - Una búsqueda, si pide guardarla: { $search } días.
    - Una suscripción a los recordatorios, si la pide: hasta que la pare.
    - Una propuesta al pacto, si la envía: sus palabras, su nombre, su contacto, cifrados. Hasta que la retire, un año como máximo.
web-privacy-why-title = Por qué
web-privacy-why = Para responderle, y para enviar los recordatorios que usted pide. No hay publicidad, ni ventas, ni un fichero sobre su vida.
web-privacy-who-title = Quién puede verlos
web-privacy-who = Ningún agente lee lo que usted escribe, salvo una propuesta que usted decida enviar. Su cuenta se sustituye por un número cifrado. Su dirección y sus búsquedas están cifradas: quien robe la base de datos no puede leerlas.
web-privacy-elsewhere-title = Lo que otros guardan
web-privacy-elsewhere = Telegram y el servidor Matrix guardan la conversación por su lado: bórrela también allí. Esta página no guarda nada. Su única cookie desaparece tras { $hours } horas sin mensajes.
web-privacy-rights-title = Lo que usted puede hacer
web-privacy-rights =
    En la conversación, escriba:

    - «mis datos» para verlo todo, y llevárselo en un archivo
    - «borrar» para borrarlo todo, ahora mismo
    - «stop» para no recibir nada más

    También puede escribir a { $officer }, o a la CNIL: https://www.cnil.fr/fr/plaintes

web-agenda = Calendario de las solidaridades
web-agenda-dates = Fechas
web-agenda-which = Elija un territorio.
web-agenda-follow = Seguir este calendario
web-agenda-how = Copie esta dirección en su calendario («añadir por URL», «suscribirse»): seguirá los cambios.
web-agenda-others = Los demás territorios

web-subscription = Recordatorios por correo
web-subscription-agree = ¿Quiere recibir los recordatorios del calendario de las solidaridades: { $what }? Su dirección se guarda cifrada, hasta que usted pare. Cada correo tiene un enlace para parar.
web-subscription-agree-button = Sí, quiero recibirlos
web-subscription-agreed = Hecho. Recibirá un recordatorio el día antes de cada acto, nunca entre las 21:00 y las 8:00.
web-subscription-gone = Este enlace ya no sirve: ya se usó, o tiene más de 2 días. Para empezar de nuevo, escriba «suscribirse» en la conversación.
web-subscription-end = ¿Quiere no recibir más recordatorios? Se borrará su dirección.
web-subscription-end-button = No recibir nada más
web-subscription-ended = Se acabó. No recibirá nada más y su dirección está borrada.
web-agenda-filter = Elegir entre las fechas
web-agenda-month = Mes
web-agenda-any-month = Todos los meses
web-agenda-axis = Eje del pacto
web-agenda-any-axis = Todos los ejes
web-agenda-words = Palabras del título o del lugar
web-agenda-apply = Filtrar
web-agenda-clear = Ver todo
