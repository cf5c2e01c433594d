# Signaler une erreur de l’annuaire.

report-offer = Señalar un error
report-nothing = Busque primero un lugar. Después escriba «señalar».
report-which = ¿Qué lugar está mal?
report-no-such-rank = { $count ->
    [1] La última lista tiene un solo lugar. Escriba 1.
   *[other] La última lista tiene { $count } lugares. Escriba el número del lugar.
}
report-gone = Este lugar ya no está en el directorio.
report-what = ¿Qué está mal en: { $name }?
report-closed = Está cerrado para siempre
report-hours = Los horarios
report-phone = El teléfono
report-moved = La dirección: se han mudado
report-shut = Está cerrado unos días
report-other = Otra cosa
report-leave = Cancelar
report-thanks = Gracias. Las personas que llevan el directorio van a comprobarlo. Le diré qué han hecho.
report-add = Añadir una palabra
report-word = ¿Qué sabe usted? Escríbalo en pocas palabras, sin el nombre de nadie.
report-word-long = Es demasiado largo: { $count } caracteres. Escriba { $most } caracteres como máximo.
report-added = Anotado. Gracias.
report-too-many = Hoy ha señalado muchas cosas. Gracias. Vuelva mañana.
report-told-corrected = ¡Gracias! Usted señaló: { $name }. El directorio está corregido.
report-told-confirmed = Usted señaló: { $name }. Lo hemos comprobado: el directorio es correcto. Gracias de todos modos.
report-told-withdrawn = ¡Gracias! Usted señaló: { $name }. Este lugar ya no se muestra.
data-report = Un error señalado el { $date }: { $reason }.
data-report-word = Sus palabras: { $said }
