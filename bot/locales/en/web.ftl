# The web page, in English.

web-title = Solipacte
web-page-title = Solipacte: find help near you
web-description = A robot that helps you find a meal, a bed, a shower, care or paperwork help near you in France.
web-answer-title = Answer, Solipacte
web-notice-title = Try again, Solipacte
web-skip = Skip to content
web-skip-field = Skip to the message field
web-robot = I am a robot, not an emergency service.
web-danger = In danger
web-call = In danger? Call 112
web-write = Cannot speak? Text 114
web-leave = Leave quickly
web-languages = Language
web-language-fr = Français
web-language-fr-x-simple = Français simple
web-language-en = English
web-language-ar = العربية
web-language-es = Español
web-language-uk = Українська

web-heading = Talk with the robot
web-log = Conversation
web-welcome =
    Hello. Write what you need and where, in your own words: “shower in Nantes”, “hungry 59100”.

    Spelling mistakes are fine. You can also choose here:
web-example-eat = I need food
web-example-sleep = Where can I sleep tonight?
web-example-wash = I need a shower
web-example-care = I need to see a doctor
web-example-papers = I need help with my papers
web-example-talk = I want to talk to someone
web-promise = I do not keep your messages.
web-who-you = You
web-who-robot = The robot
web-who-page = Solipacte
web-said-position = I shared my location.
web-said-nothing = (nothing written)
web-field = Your message
web-send = Send
web-here = Share my location
web-wipe = Clear the screen
web-writing = The robot is writing…
web-seeking = Finding where you are…
web-again = Try again
web-download = Download { $name }
web-back = Go to the conversation

web-notice-danger = In danger? Call 112. Cannot speak? Send a text message to 114. No shelter tonight? Call 115.
web-notice-network = The message was not sent. The connection may be down. Your text is not lost.
web-notice-nowhere = I could not read your location. Never mind: write the name of your town or your postcode.
web-notice-absent =
    This page does not exist, or this link no longer works.

    You can write what you are looking for below.
web-notice-method = This page does not open that way. You can write your message below.
web-notice-heavy = This is too big for me. Write one or two sentences: what you need, and where.
web-notice-long = Your message is too long for me. Write one or two sentences: what you need, and where.
web-notice-wrong = I did not understand what the page sent. Please write your message below.
web-notice-forged =
    For safety, your message was not read: the page stayed open for a long time, or your browser refuses cookies.

    Send it once more with the button below.
web-notice-hurried = You are writing very fast. Wait a minute, then send your message again.
web-notice-broken = Something went wrong on our side. Please try again in a moment.

web-follow-up = Your saved search
web-follow-up-note = This is today’s answer. This link is secret: anyone who has it can see this page.
web-follow-up-results = Answer
web-to-complete = to be completed by the operator

web-accessibility = Accessibility: not compliant
web-accessibility-heading = Accessibility statement
web-accessibility-state-title = Compliance status
web-accessibility-state =
    This site should be usable by everyone, as article 47 of French law no. 2005-102 of 11 February 2005 requires. This statement covers the conversation and the pages of this site.

    The site is not declared compliant with the French accessibility standard (RGAA), version 4.1: no complete audit has been carried out yet by an outside person.
web-accessibility-results-title = What has been checked
web-accessibility-results =
    We assessed the site ourselves. The pages are checked by a program (axe-core), which finds no defect; such a program sees only some of the defects.

    Also tried with each version: keyboard only, no JavaScript, a screen 320 pixels wide, light and dark colours, right-to-left writing.
web-accessibility-limits-title = What may get in your way
web-accessibility-limits =
    The site has not yet been tried by people who use a screen reader, nor reviewed by the people concerned.

    Answers contain names and addresses in French, even when the conversation is in another language. Links to other sites open in a new tab; we cannot answer for the accessibility of those sites.
web-accessibility-making-title = About this statement
web-accessibility-making = Statement made on { $date }. Technologies: HTML, CSS, JavaScript (optional). Tests: the Chromium browser, axe-core.
web-accessibility-contact-title = Feedback and contact
web-accessibility-contact = If you cannot use this site, tell us: we will look for another way to answer you. Contact: { $contact }
web-accessibility-recourse-title = If we do not answer
web-accessibility-recourse =
    You reported a defect and had no satisfactory answer? You can:

    - write to the Défenseur des droits: https://formulaire.defenseurdesdroits.fr/
    - meet their delegate in your département: https://www.defenseurdesdroits.fr/saisir/delegues
    - send a letter (free, no stamp): Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.

web-legal = Legal notice and privacy
web-legal-heading = Legal notice and privacy
web-legal-robot-title = A robot, not an emergency service
web-legal-robot = This site is a robot: nobody reads what you write as you write it. It can be wrong. Call the place before you go. In danger, call 112, or send a text message to 114.
web-legal-publisher-title = Publisher
web-legal-publisher =
    Publisher and data controller: { $publisher }

    Publication director: { $director }

    Contact: { $contact }
web-legal-hosting-title = Hosting
web-legal-hosting = Host: { $hosting }
web-legal-kept-title = What we keep, and for how long
web-legal-kept =
    We keep neither your messages, nor your name, nor your location, except what you put in an offer that you send.

    - The conversation under way (where you are in it, the town, the language): { $hours } hours without a message.
    - Your preferences, if you choose some (language, simple French, département): { $days } days without a message.
    - On Telegram and Matrix, your message waits a few moments for its answer, encrypted; it is erased once answered. What stays is a scrambled number that leads to nobody: { $event } days, and { $send } days for the answer.
    - A search that you ask us to keep (the need and the place): { $search } days.
    - A subscription to reminders, if you ask for it (account or address, encrypted; what you choose; the language): until you stop, otherwise { $reminders } days. An e-mail address not confirmed yet: { $mail } days.
    - A search for which you want to be told what is new (encrypted: the search, the places already known, where to write to you; the language): until you stop it, otherwise { $alert } days.
    - A place that you are in charge of, if you accept a code (the place, the dates of your answers; the language; encrypted: where to write to you): until you stop, otherwise { $steward } days after your last answer.
    - An offer to take part in the pact, if you send one (your answers; encrypted: your words, your name, your contact): until you take it back, otherwise { $offer } days after the last exchange, { $year } days at most. While being written: { $draft } days.
    - A mistake of the directory that you report (the place, what is wrong; encrypted: your words, where to answer you): 30 days after it was dealt with, { $report } days at most.
    - The trace of an erasure, without a name, so that no backup brings anything back: { $erasure } days.
    - Backups and the technical log (durations, errors, without what you write): { $journal } days.
    - Daily counts, which say nothing about a person.

    To see what we have about you, write /mesdonnees in the conversation; to erase everything, write /supprimer.
web-legal-cookie-title = One cookie only
web-legal-cookie = One cookie holds a random name, so that the robot can follow the conversation. The service needs it; it disappears after { $hours } hours without a message. There is no advertising, no audience measurement, no file from another site.
web-legal-position-title = Your location
web-legal-position = Your location is read only if you press “Share my location”. It is rounded to about a hundred metres, used to answer, then forgotten.
web-legal-rights-title = Your rights
web-legal-rights = You can ask to see, correct or erase what concerns you. Data protection officer: { $officer }. You can also write to the CNIL: https://www.cnil.fr/fr/plaintes
web-legal-sources-title = Sources
web-legal-sources = Addresses come from public directories (data·inclusion and its contributors); towns from the official geographic code of Insee. The software is free, under the MIT licence.

web-privacy = Your personal data
web-privacy-heading = Your personal data
web-privacy-kept-title = What we keep
web-privacy-kept =
    We keep neither your messages, nor your name, nor where you are, except what you put in an offer that you send.

    - The current conversation, to follow it: { $hours } hours without a message.
    - What you choose (language, département): { $days } days without a message.
    - A search, if you ask to keep it: { $search } days.
    - A subscription to reminders, if you ask for it: until you stop it.
    - An offer to the pact, if you send it: your words, your name, your contact, encrypted. Until you take it back, a year at most.
web-privacy-why-title = Why
web-privacy-why = To answer you, and to send the reminders that you ask for. There is no advertising, nothing is sold, and no file is made of your life.
web-privacy-who-title = Who can see it
web-privacy-who = No official reads what you write, except an offer that you choose to send. Your account is replaced by a scrambled number. Your address and your searches are encrypted: whoever steals the database cannot read them.
web-privacy-elsewhere-title = What others keep
web-privacy-elsewhere = Telegram and the Matrix server keep the conversation on their side: erase it there too. This page keeps nothing. Its only cookie disappears after { $hours } hours without a message.
web-privacy-rights-title = What you can do
web-privacy-rights =
    In the conversation, write:

    - “my data” to see everything, and take it away in a file
    - “delete” to erase everything at once
    - “stop” to receive nothing any more

    You may also write to { $officer }, or to the CNIL: https://www.cnil.fr/fr/plaintes

web-agenda = Solidarity calendar
web-agenda-dates = Dates
web-agenda-which = Choose a territory.
web-agenda-follow = Follow this calendar
web-agenda-how = Copy this address into your calendar (“add by URL”, “subscribe”): it will follow the changes.
web-agenda-others = The other territories

web-subscription = Reminders by e-mail
web-subscription-agree = Do you want to receive the reminders of the solidarity calendar: { $what }? Your address is kept encrypted, until you stop. Each e-mail has a link to stop.
web-subscription-agree-button = Yes, I want them
web-subscription-agreed = Done. You will get a reminder the day before each event, never between 9 pm and 8 am.
web-subscription-gone = This link no longer works: it was used already, or is more than 2 days old. To start again, write “subscribe” in the conversation.
web-subscription-end = Do you want no more reminders? Your address will be erased.
web-subscription-end-button = Receive nothing more
web-subscription-ended = It is over. You will receive nothing more, and your address is erased.
web-agenda-filter = Choose among the dates
web-agenda-month = Month
web-agenda-any-month = All months
web-agenda-axis = Axis of the pact
web-agenda-any-axis = All axes
web-agenda-words = Words of the title or place
web-agenda-apply = Filter
web-agenda-clear = See everything
