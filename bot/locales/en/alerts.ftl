## Être prévenu quand un nouveau lieu correspond à une recherche.

alert-offer = Tell me when there is something new
alert-within = { $need }, within { $km } km of { $place }
alert-there = { $need }, { $place }
alert-nothing = First tell me what you need, and where. Then I can tell you when there is something new.
alert-consent = Shall I write to you here when there is a new place: { $what }? For that, I keep this search and your account, encrypted, for 6 months. One message a day at most, never at night.
alert-refused = All right, I keep nothing.
alert-done = Done. I will write to you when there is something new: { $what }.
alert-stop-how = To see or stop these messages, write /alertes. To receive nothing more, write STOP.
alert-have-already = I already tell you what is new for this search.
alert-too-many = You already have { $most } alerts, the most possible. Stop one first.
alert-silent = For this search, I send no message: someone else could read it on your phone, and help must not wait. You can ask me again here whenever you want.
alert-emergency = Emergency numbers
alert-not-here = Here, I cannot write to you first. Keep this search with a link, or write to me on Telegram or Matrix.
alert-see = See my alerts
alert-list = I tell you when there is something new:
alert-none = You have no alert.
alert-choice-end = Stop: { $what }
alert-choice-end-all = Stop all
alert-ended = Stopped and erased: { $what }.
alert-ended-all = Stopped. I have erased all your alerts.
alert-renewed = Thank you, I go on for 6 months.
alert-stopped = It is over: you will receive nothing more. I have erased your alerts and your subscriptions.
alert-news = { $count ->
    [one] Something new: { $what }. This place has just entered the directory, or opens again.
   *[other] Something new: { $what }. These { $count } places have just entered the directory, or open again.
}
alert-news-more = { $count ->
    [one] And one more: search again to see it.
   *[other] And { $count } more: search again to see them.
}
alert-again = For 5 months, I have been telling you what is new:
alert-again-how = Shall I go on? Write “keep my alerts”. Without an answer, I erase them in 30 days. To see or stop them, write /alertes.
data-alert = Alert: { $what }, since { $date } (erased after 6 months, or when you stop it)
