## Inicio, menú, errores: lo que el robot dice sea cual sea la petición.

welcome = Hola. Soy un robot. Le ayudo a encontrar ayuda cerca de usted: comer, dormir, ducharse, ir al médico, los papeles, sus derechos…
welcome-how = Escriba qué necesita, y dónde. Por ejemplo: «ducha en Nantes», «comida 59100», «dentista sin seguro en Lyon».
welcome-danger = No soy un servicio de urgencias. ¿Está en peligro? Llame al 112. ¿No puede hablar? Envíe un SMS al 114.
welcome-privacy = No guardo sus mensajes. Para borrarlo todo, escriba «borrar». Para cambiar de idioma, escriba «idioma».
welcome-again = ¿Qué necesita?
you-are-welcome = De nada. Mucho ánimo. Aquí estoy si necesita algo más.

menu-food = Comer
menu-sleep = Dormir, alojarse
menu-wash = Ducharse, lavarse
menu-health = Médico y salud
menu-rights = Papeles y derechos
menu-more = Otra cosa
menu-more-question = ¿Qué necesita? También puede escribirlo con sus palabras.
menu-money = Dinero, deudas
menu-work = Trabajo
menu-french = Francés, formación
menu-family = Niños, familia
menu-things = Ropa, muebles
menu-back = Volver al menú
menu-emergency = Números de emergencia

stopped = De acuerdo, lo dejo aquí. Escríbame cuando quiera.
not-understood = No he entendido. Dígame en pocas palabras qué necesita, y dónde. Por ejemplo: «comida en Dijon».
empty = No he recibido ninguna palabra. Escriba qué necesita, y dónde. Por ejemplo: «ducha en Nantes».
too-long = Su mensaje es demasiado largo para mí: solo leo { $most } caracteres. Escríbalo más corto, por ejemplo: «comida en Dijon».
unknown-command = No conozco la orden «{ $command }». Escriba «menú» para ver lo que sé hacer.
number-out-of-list = No hay ninguna opción número { $number }. Responda con un número del 1 al { $most }.
choose-again = Responda con el número de su opción, o escriba con sus palabras.
stale = Esa pregunta ya está cerrada. Dígame qué necesita, y dónde.
out-of-order = Un fallo me impide responder. Vuelva a intentarlo dentro de un momento. ¿Está en peligro? Llame al 112 o envíe un SMS al 114.
no-memory = Mi memoria no funciona: olvido lo que usted acaba de decir. Escríbalo todo en un solo mensaje, por ejemplo: «ducha en Nantes».


crisis-number = { $number } ({ $details })
comma = { ", " }
