## Los lugares alrededor de un municipio, para imprimir; los horarios de una semana en palabras.

print-title = Dónde encontrar ayuda cerca de { $place }
print-numbers = En peligro, o si necesita hablar
print-made = Lista hecha el { $date }. Los horarios cambian: llame antes de ir.
print-fictional = Demostración: todos estos lugares son inventados. No cuelgue esta página.
print-code = Para buscar otra cosa, abra esta dirección o apunte a este cuadrado con un teléfono:
print-none = No conozco ningún lugar a menos de 20 km. Llame al ayuntamiento, o al 115 para dormir esta noche.
print-more = { $count ->
    [one] Otro lugar no está impreso aquí.
   *[other] Otros { $count } lugares no están impresos aquí.
}
print-left-out = { $count ->
    [one] En total, un lugar cercano no cabe en estas hojas: pregúntelo al robot.
   *[other] En total, { $count } lugares cercanos no caben en estas hojas: pregúntelos al robot.
}
print-checked = Comprobado el { $date } (fuente: { $source })
print-invented = { $title }, lugar inventado
print-source = { $source } ({ $licence })
print-sources = Fuentes: { $sources }.
print-licence-unknown = licencia que debe pedirse a la fuente
print-back = Volver a la conversación
print-link = Para imprimir, los lugares cerca de { $place }: { $url }

week-from-to = de { $first } a { $last }
week-every-day = todos los días
week-days = { $days }: { $hours }
week-slot = de { $opens } a { $closes }
week-join = { "; " }
week-midnight = medianoche
week-holidays-off = cerrado los festivos
week-nth-1 = primer { $day } del mes
week-nth-2 = segundo { $day } del mes
week-nth-3 = tercer { $day } del mes
week-nth-4 = cuarto { $day } del mes
week-nth-5 = quinto { $day } del mes
week-nth-9 = último { $day } del mes
week-as-written = Horarios indicados: { $said }
