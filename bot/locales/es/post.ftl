## Messages que le robot ne peut pas lire, et ce qui ne se dit pas devant tout le monde.

unread-file = No leo archivos. Escríbame con sus palabras qué necesita, y dónde.
unread-voice = No escucho mensajes de voz. Escríbame con sus palabras qué necesita, y dónde.
unread-picture = No veo imágenes. Escríbame con sus palabras qué necesita, y dónde.
unread-sealed = No he podido descifrar su mensaje. Escríbalo otra vez. Si vuelve a pasar, cierre esta conversación y abra una nueva conmigo.
unread-other = Solo leo palabras escritas. Escriba qué necesita, y dónde.
in-private = Esto es personal y aquí nos leen otras personas. Escríbame en privado.
agents-only = Esta orden está reservada a los agentes del Estado autorizados. Para todo lo demás, escríbame su pregunta.
