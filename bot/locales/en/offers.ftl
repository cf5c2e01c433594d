## Offering to take part in a local pact, and following one's offer.

offer-begin = You want to take part in a local solidarity pact. I ask seven short questions, and you read everything again before it is sent. "Back" goes one question back, "cancel" erases everything.
offer-before-agreed = Nothing is passed on without your agreement. Until then I keep your answers encrypted, for 7 days at most.
offer-resume = You had begun an offer. Do you want to go on with it?
offer-resume-go = Go on
offer-resume-new = Start again
offer-skip = Skip
offer-back = Question before
offer-leave = Stop and erase
offer-needed = I need this answer to pass your offer on.
offer-dropped = Stopped. Your answers are erased.

offer-profile = Who are you?
offer-profile-authority = A local authority
offer-profile-association = An association
offer-profile-concerned = A person concerned
offer-profile-company = A company
offer-bad-profile = I did not understand. Choose: a local authority, an association, somebody who knows poverty, or a company.

offer-territory = For which territory? Write a town, a département or a region.
offer-bad-territory = I do not know this territory. Write the name or the number of the département, for example: 44, or Loire-Atlantique.
offer-which-territory = Several départements have a town of that name: { $places }. Write the number of the département.

offer-subject = About which subject of the pact?
offer-subject-skip = I don't know
offer-priorities = The documents also name, for { $place }: { $priorities }. You can write one of these.
offer-axis = axis { $axis } of the pact, { $about }
offer-no-subject = to be seen together
offer-bad-subject = I did not recognise this subject. Choose a number, or "I don't know": you can explain it later.

offer-means = What do you offer? For several answers, write their numbers: 1, 4.
offer-means-priorities = Say what matters
offer-means-join = Join an action
offer-means-place = A place or equipment
offer-means-time = Time
offer-means-skills = Skills
offer-means-time-skills = Time, skills
offer-means-money = Money
offer-means-testimony = My own experience
offer-bad-means = I did not understand. Choose one or several numbers, for example: 1, 4.

offer-said = Explain your idea in your own words, in a few sentences. Do not write the name or telephone of somebody else.
offer-said-skip = I prefer to talk
offer-nothing-said = to be explained in person
offer-long = That is too long: { $most } characters at most, and this message has { $count }. Send the main points; you can add to it later.

offer-contact = How can you be answered? Write your e-mail address, your telephone, or both.
offer-contact-here = Here, in this conversation
offer-contact-skip = I leave nothing
offer-no-contact = no contact left
offer-bad-contact = I read neither an e-mail address nor a telephone number. Write for example: name@example.org or 02 40 00 00 00.
offer-premium = This is a premium or special number: give an ordinary one.

offer-name = Your name, or that of your organisation? Only the officers will see it.
offer-name-skip = Stay anonymous
offer-no-name = no name
offer-bad-name = This is not a name. Write a name in letters, 100 characters at most, or choose to stay anonymous.

offer-review = Here is your offer.
offer-line-profile = You are: { $value }
offer-line-name = Name: { $value }
offer-line-territory = Territory: { $value }
offer-line-subject = Subject: { $value }
offer-line-means = You offer: { $value }
offer-line-said = Your idea: { $value }
offer-line-contact = To answer you: { $value }
offer-names-somebody = Your text holds a number or an address. If it is not yours, change your idea before you send.
offer-consent = Do you agree to send it? The commissioner and the DDETS will read it: { $place }. It is kept encrypted, and erased 180 days after the last exchange, after a year at most. You can take it back at any time.
offer-agree = I agree, send
offer-change = Change an answer
offer-refuse = I do not agree
offer-which-answer = Which answer do you want to change?
offer-change-profile = Who I am
offer-change-territory = The territory
offer-change-subject = The subject
offer-change-means = What I offer
offer-change-said = My idea
offer-change-contact = The contact

offer-sent = It is sent. Your offer has the number { $number }.
offer-next-here = I will tell you each step here. To follow it, add to it or take it back, write /mesoffres.
offer-next-mail = You will hear of each step by e-mail.
offer-next-reach = The officers can reach you.
offer-next-silent = You left no contact: note this number to speak of it to the DDETS.
offer-nobody-yet = No officer of this territory reads me yet: your offer waits, and is erased after 180 days.
offer-official = You can also write to { $contact }. Source: { $source }.
offer-official-none = You can also write to the DDETS of your département, or to the anti-poverty commissioner, at the regional prefecture.
offer-refused = Nothing is sent, and your answers are erased. Everything else stays open to you.
offer-gone = This offer is already sent, or erased. To see yours: /mesoffres. To write one: /participer.

offer-state-received = received
offer-state-studied = being studied
offer-state-group = accepted for a working group
offer-state-linked = linked to an action or an event
offer-state-declined = not accepted
offer-state-closed = closed
offers-none = You have no offer under way.
offers-mine = Your offers:
offers-mine-line = { $number }: { $state }, since { $date }
offers-participate = Take part in the pact
offer-no-such = You have no offer of that number. To see yours: /mesoffres.
offer-step-sent = { $date }: sent
offer-step-moved = { $date }: { $state }
offer-step-answer = { $date }: the officer wrote to you
offer-step-reply = { $date }: you wrote
offer-complete = Write to the officers
offer-withdraw = Take it back
offer-ask-reply = What do you want to add or answer? The officers will read it.
offer-replied = It is passed on to the officers.
offer-short = That is too short to be understood. Write a sentence.
offer-withdraw-sure = Take this offer back? It will be erased here, and the officers will be told. They will be asked to erase what they already received by e-mail.
offer-withdraw-yes = Yes, take it back
offer-withdraw-no = No, keep it
offer-withdrawn = Your offer { $number } is taken back and erased.
offer-kept = Your offer stays.

offer-told-moved = Your offer { $number } is { $state }.
offer-told-answer = An officer answers your offer { $number }.
offer-told-how = To answer or take it back: /mesoffres { $number }
offer-told-quoted = "{ $said }"

data-offer = Offer { $number }: { $state }, { $place }
data-offer-draft = An offer being written
data-offer-lines = Exchanges about your offers: { $count }
data-offer-export = Full export { $number } that you asked for: { $place }

offers-counts = Offers to take part, { $place }: { $total }.
offers-counts-each = – { $what }: { $count }
offers-counts-fewer = fewer than 5
offers-counts-least = at least { $count }
offers-counts-how = The figures are rounded: they say nothing of anyone.
offers-counts-where = For which territory? For example: /bilan 44, or /bilan Pays de la Loire.
offer-forget = Your offers will be taken back too, and the officers will be told.
