## Proposer de participer à un pacte local, et suivre sa proposition.

offer-begin = Usted quiere participar en un pacto local de las solidaridades. Le hago siete preguntas cortas, y lo lee todo otra vez antes de enviar. «Atrás» vuelve a la pregunta anterior, «cancelar» lo borra todo.
offer-before-agreed = No envío nada sin su acuerdo. Hasta entonces guardo sus respuestas cifradas, 7 días como máximo.
offer-resume = Había empezado una propuesta. ¿Quiere continuarla?
offer-resume-go = Sí, seguir
offer-resume-new = Empezar de nuevo
offer-skip = Saltar
offer-back = Pregunta anterior
offer-leave = Parar y borrar
offer-needed = Necesito esta respuesta para enviar su propuesta.
offer-dropped = Lo dejamos aquí. Sus respuestas están borradas.

offer-profile = ¿Quién es usted?
offer-profile-authority = Una administración local
offer-profile-association = Una asociación
offer-profile-concerned = Persona que conoce la pobreza
offer-profile-company = Una empresa
offer-bad-profile = No he entendido. Elija: una administración local, una asociación, una persona que conoce la pobreza, o una empresa.

offer-territory = ¿Para qué territorio? Escriba un municipio, un departamento o una región.
offer-bad-territory = No conozco ese territorio. Escriba el nombre o el número del departamento, por ejemplo: 44, o Loire-Atlantique.
offer-which-territory = Varios departamentos tienen un municipio con ese nombre: { $places }. Escriba el número del departamento.

offer-subject = ¿Sobre qué tema del pacto?
offer-subject-skip = No lo sé
offer-priorities = Los documentos nombran también, para { $place }: { $priorities }. Puede escribir uno de estos temas.
offer-axis = eje { $axis } del pacto, { $about }
offer-no-subject = para hablarlo juntos
offer-bad-subject = No he reconocido ese tema. Elija un número, o «no lo sé»: podrá explicarlo más adelante.

offer-means = ¿Qué propone? Para varias respuestas, escriba los números: 1, 4.
offer-means-priorities = Decir lo que es importante
offer-means-join = Participar en una acción
offer-means-place = Un lugar o material
offer-means-time = Tiempo
offer-means-skills = Lo que sé hacer
offer-means-time-skills = Tiempo y lo que sé hacer
offer-means-money = Dinero
offer-means-testimony = Contar mi experiencia
offer-bad-means = No he entendido. Elija uno o varios números, por ejemplo: 1, 4.

offer-said = Explique su idea con sus palabras, en pocas frases. No escriba el nombre ni el teléfono de otra persona.
offer-said-skip = Prefiero hablarlo
offer-nothing-said = para explicar hablando
offer-long = Es demasiado largo: { $most } caracteres como máximo, y este mensaje tiene { $count }. Envíe lo más importante; podrá añadir más después.

offer-contact = ¿Cómo podemos responderle? Escriba su dirección de correo, su teléfono, o los dos.
offer-contact-here = Aquí, en esta conversación
offer-contact-skip = No dejo nada
offer-no-contact = ningún contacto
offer-bad-contact = No leo ni una dirección de correo ni un teléfono. Escriba por ejemplo: nombre@ejemplo.es o 02 40 00 00 00.
offer-premium = Ese número es de pago o especial: dé un número normal.

offer-name = ¿Su nombre, o el de su organización? Solo lo verán los agentes del Estado.
offer-name-skip = No doy mi nombre
offer-no-name = sin nombre
offer-bad-name = Eso no es un nombre. Escriba un nombre con letras, 100 caracteres como máximo, o elija no dar su nombre.

offer-review = Esta es su propuesta.
offer-line-profile = Usted es: { $value }
offer-line-name = Nombre: { $value }
offer-line-territory = Territorio: { $value }
offer-line-subject = Tema: { $value }
offer-line-means = Usted propone: { $value }
offer-line-said = Su idea: { $value }
offer-line-contact = Para responderle: { $value }
offer-names-somebody = Su texto contiene un número o una dirección. Si no son suyos, cambie su idea antes de enviar.
offer-consent = ¿Está de acuerdo en enviarla? La leerán el comisario de lucha contra la pobreza y la DDETS: { $place }. Se guarda cifrada, y se borra 180 días después del último mensaje, un año como máximo. Podrá retirarla cuando quiera.
offer-agree = De acuerdo, enviar
offer-change = Cambiar una respuesta
offer-refuse = No estoy de acuerdo
offer-which-answer = ¿Qué respuesta quiere cambiar?
offer-change-profile = Quién soy
offer-change-territory = El territorio
offer-change-subject = El tema
offer-change-means = Lo que propongo
offer-change-said = Mi idea
offer-change-contact = El contacto

offer-sent = Enviado. Su propuesta tiene el número { $number }.
offer-next-here = Le diré aquí cada paso. Para seguirla, añadir algo o retirarla, escriba /mesoffres.
offer-next-mail = Recibirá cada paso por correo.
offer-next-reach = Los agentes podrán ponerse en contacto con usted.
offer-next-silent = No ha dejado ningún contacto: apunte este número para hablar de ello con la DDETS.
offer-nobody-yet = Ningún agente de este territorio me lee todavía: su propuesta espera, y se borra después de 180 días.
offer-official = También puede escribir a { $contact }. Fuente: { $source }.
offer-official-none = También puede escribir a la DDETS de su departamento, o al comisario de lucha contra la pobreza, en la prefectura de la región.
offer-refused = No envío nada, y sus respuestas están borradas. Puede seguir pidiéndome todo lo demás.
offer-gone = Esta propuesta ya está enviada, o borrada. Para ver las suyas: /mesoffres. Para escribir una: /participer.

offer-state-received = recibida
offer-state-studied = en estudio
offer-state-group = aceptada para un grupo de trabajo
offer-state-linked = unida a una acción o a un acto
offer-state-declined = no aceptada
offer-state-closed = cerrada
offers-none = No tiene ninguna propuesta en curso.
offers-mine = Sus propuestas:
offers-mine-line = { $number }: { $state }, desde el { $date }
offers-participate = Participar en el pacto local
offer-no-such = No tiene ninguna propuesta con ese número. Para ver las suyas: /mesoffres.
offer-step-sent = { $date }: enviada
offer-step-moved = { $date }: { $state }
offer-step-answer = { $date }: el agente le escribió
offer-step-reply = { $date }: usted escribió
offer-complete = Escribir a los agentes
offer-withdraw = Retirar la propuesta
offer-ask-reply = ¿Qué quiere añadir o responder? Los agentes lo leerán.
offer-replied = Enviado a los agentes.
offer-short = Es demasiado corto para entenderlo. Escriba una frase.
offer-withdraw-sure = ¿Retirar esta propuesta? Se borrará aquí, y se dirá a los agentes. Se les pedirá que borren lo que ya recibieron por correo.
offer-withdraw-yes = Sí, retirarla
offer-withdraw-no = No, guardarla
offer-withdrawn = Su propuesta { $number } está retirada y borrada.
offer-kept = De acuerdo, su propuesta sigue.

offer-told-moved = Novedad de su propuesta { $number }: { $state }.
offer-told-answer = Un agente responde a su propuesta { $number }.
offer-told-how = Para responder o retirarla: /mesoffres { $number }
offer-told-quoted = «{ $said }»

data-offer = Propuesta { $number }: { $state }, { $place }
data-offer-draft = Una propuesta sin terminar
data-offer-lines = Mensajes sobre sus propuestas: { $count }
data-offer-export = Exportación completa { $number } que pidió: { $place }

offers-counts = Propuestas de participación, { $place }: { $total }.
offers-counts-each = – { $what }: { $count }
offers-counts-fewer = menos de 5
offers-counts-least = al menos { $count }
offers-counts-how = Las cifras están redondeadas: no dicen nada de nadie.
offers-counts-where = ¿Para qué territorio? Por ejemplo: /bilan 44, o /bilan Pays de la Loire.
offer-forget = Sus propuestas también se retirarán, y los agentes lo sabrán.
