## Idioma y datos personales.

language-question = ¿Qué idioma prefiere? Français, français simple, English, العربية, Español, Українська.
language-set = De acuerdo, le respondo en español.
language-unknown = Todavía no hablo ese idioma. Elija: français, français simple, English, العربية, Español, Українська.
name-fr = Français
name-fr-x-simple = Français simple
name-en = English
name-ar = العربية
name-es = Español
name-uk = Українська

forget-question = ¿Quiere que borre todo lo que guardo de usted: su idioma, su búsqueda en curso, sus búsquedas guardadas?
forget-yes = Sí, borrar todo
forget-no = No
forgotten = Está borrado en nuestro lado.
forgotten-telegram = Telegram guarda la conversación. Para borrarla también, elimínela en Telegram.
forgotten-matrix = El servidor de su mensajería guarda la conversación. Para no verla más, salga de esta sala. Para borrarla, pídalo a quien lleva ese servidor.
forgotten-web = Esta página no guarda la conversación. Para vaciar la pantalla, pulse «Borrar la pantalla».
forgotten-elsewhere = Lo que queda en su pantalla puede borrarlo usted mismo.
forget-kept = De acuerdo, no borro nada.

data-none = No guardo nada de usted.
data-here = Esto es todo lo que guardo de usted:
data-language = Idioma: { $language }
data-departement = Departamento: { $departement }
data-search = Búsqueda en curso: { $search } (se borra tras 24 horas sin mensajes)
data-kept = { $count ->
    [one] Una búsqueda guardada (se borra a los 90 días)
   *[other] { $count } búsquedas guardadas (se borran a los 90 días)
}
data-conversation = La conversación en curso: por dónde vamos (se borra tras 24 horas sin mensajes)
data-erasure = Pidió el olvido el { $date }: guardo esta marca, sin nombre, 30 días
data-stopped = Pidió no recibir nada más el { $date }: guardo esta marca, sin nombre, 30 días
data-file = El archivo adjunto lo dice todo, línea por línea. Puede guardarlo.
data-erase = Para borrarlo todo, escriba «borrar».

privacy-short = No guardo sus mensajes, ni su nombre, ni su posición, salvo lo que ponga en una propuesta que envíe. Guardo por dónde vamos durante 24 horas, y lo que usted me pide guardar.
privacy-more = Lo demás está escrito aquí: { $url }
privacy-see = Ver mis datos
privacy-erase = Borrarlo todo
