## S’abonner aux rappels du calendrier, et ce que les abonnés reçoivent.

subscribe-which = For which département do you want reminders? Write its name or its number.
subscribe-unknown = I do not know this département. Write its name or its number, for example: 44, or Nord.
subscribe-consent = Do you want to receive here the reminders of the solidarity calendar: { $what }? For that, I keep your account, what you choose and your language. Your account is kept encrypted. I erase everything when you write STOP, or after a year if you do not confirm.
subscribe-yes = Yes
subscribe-no = No
subscribe-refused = All right, I keep nothing. The calendar stays here: { $url }
subscribe-not-here = Here, I cannot write to you first. Follow the calendar with your phone or computer, at this address: { $url }. For reminders, write to me on Telegram or Matrix.
subscribe-done = Done. I will write to you { $when }: { $what }. Never between 9 pm and 8 am.
subscribe-stop-how = To receive nothing more, write STOP. To choose, write /abonnements.
subscribe-added = Added: { $what }.
subscribe-removed = Removed: { $what }.
subscribe-renewed = Thank you, I go on for a year.
subscribe-none = You have not asked for any reminder.
subscribe-have = Your reminders: { $what }.
subscribe-have-when = When: { $when }.
subscribe-have-axes = Subjects: { $axes }.
subscribe-have-language = Language: { $language }.
subscribe-all-axes = all
subscribe-events = { $count ->
    [one] one event kept
   *[other] { $count } events kept
}
subscribe-ask-when = When do you want a reminder? You can choose several.
subscribe-ask-axes = Which subjects of the pact interest you? You can choose several.
subscribe-chosen = ✓ { $choice }
subscribe-at-least-one = At least one is needed. To receive nothing more, write STOP.
subscribe-week = a week before
subscribe-day = the day before
subscribe-hours = two hours before
subscribe-axis-1 = children and young people
subscribe-axis-2 = work
subscribe-axis-3 = rights and exclusion
subscribe-axis-4 = ecology and solidarity
subscribe-choice-start = Receive reminders
subscribe-choice-when = Choose when
subscribe-choice-axes = Choose the subjects
subscribe-choice-all = All subjects
subscribe-choice-more = Another département
subscribe-choice-remove = Remove { $place }
subscribe-choice-end = Receive nothing more
subscribe-choice-back = Back
subscribe-choice-territory = Everything: { $place }
subscribe-stopped = It is over: you will receive nothing more. I have erased your subscription.
subscribe-which-event = For which event do you want a reminder?
subscribe-no-event = I see no event to come. For the list, write “calendar”.
subscribe-too-many = You already keep many events. To start again, write STOP, then /abonner.
data-subscription = Reminders: { $what }, since { $date } (erased when you write STOP)

news-reminder = Reminder: { $date }.
news-changed = This event has changed. Here it is now:
news-cancelled = This event is cancelled:
news-agents = Message from the State officers: { $place }.
news-correction = Correction of the message of { $date }:
news-source = Source: { $source }
news-stop = To receive nothing more, write STOP.
news-again = You have received the reminders of the solidarity calendar for a year. Do you want to go on? Write CONTINUER. Without an answer, I erase your subscription in 30 days. To stop at once, write STOP.
