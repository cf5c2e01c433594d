## The places around a commune, to be printed; the hours of a week in words.

print-title = Where to find help near { $place }
print-numbers = In danger, or need to talk
print-made = List made on { $date }. Opening hours change: call before you go.
print-fictional = Demonstration: all these places are invented. Do not put up this page.
print-code = To look for something else, open this address or point a phone at this square:
print-none = I know of no place within 20 km. Call the town hall, or 115 for a bed tonight.
print-more = { $count ->
    [one] One more place is not printed here.
   *[other] { $count } more places are not printed here.
}
print-left-out = { $count ->
    [one] In all, one nearby place did not fit on these sheets: ask the robot for it.
   *[other] In all, { $count } nearby places did not fit on these sheets: ask the robot for them.
}
print-checked = Checked on { $date } (source: { $source })
print-invented = { $title }, invented place
print-source = { $source } ({ $licence })
print-sources = Sources: { $sources }.
print-licence-unknown = licence to be asked of the source
print-back = Back to the conversation
print-link = To print, the places near { $place }: { $url }

week-from-to = { $first } to { $last }
week-every-day = every day
week-days = { $days }: { $hours }
week-slot = { $opens } to { $closes }
week-join = { "; " }
week-midnight = midnight
week-holidays-off = closed on public holidays
week-nth-1 = first { $day } of the month
week-nth-2 = second { $day } of the month
week-nth-3 = third { $day } of the month
week-nth-4 = fourth { $day } of the month
week-nth-5 = fifth { $day } of the month
week-nth-9 = last { $day } of the month
week-as-written = Hours given: { $said }
