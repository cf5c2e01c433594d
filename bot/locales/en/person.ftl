language-question = Which language? Français, français simple, English, العربية, Español, Українська.
language-set = All right, I answer in English.
language-unknown = I do not speak that language yet. Choose: français, français simple, English, العربية, Español, Українська.
name-fr = Français
name-fr-x-simple = Français simple
name-en = English
name-ar = العربية
name-es = Español
name-uk = Українська

forget-question = Do you want me to erase everything I keep about you: your language, your current search, your kept searches?
forget-yes = Yes, erase everything
forget-no = No
forgotten = It is erased on our side.
forgotten-telegram = Telegram keeps the conversation. To erase it too, delete it in Telegram.
forgotten-matrix = The server of your messenger keeps the conversation. To see it no more, leave this room. To have it erased, ask whoever runs that server.
forgotten-web = This page keeps no conversation. To empty the screen, press “Clear the screen”.
forgotten-elsewhere = You can erase what is on your screen yourself.
forget-kept = All right, I erase nothing.

data-none = I keep nothing about you.
data-here = Here is all I keep about you:
data-language = Language: { $language }
data-departement = Département: { $departement }
data-search = Current search: { $search } (erased after 24 hours without a message)
data-kept = { $count ->
    [one] One kept search
   *[other] { $count } kept searches
} (erased after 90 days)
data-conversation = The current conversation: where we stand (erased after 24 hours without a message)
data-erasure = You asked to be forgotten on { $date }: I keep this mark, without a name, for 30 days
data-stopped = You asked me to write to you no more on { $date }: I keep this mark, without a name, for 30 days
data-file = The attached file says everything, line by line. You can keep it.
data-erase = To erase everything, write “delete”.

privacy-short = I keep neither your messages, nor your name, nor where you are, except what you put in an offer that you send. I keep where we stand for 24 hours, and what you ask me to keep.
privacy-more = The rest is written here: { $url }
privacy-see = See my data
privacy-erase = Erase everything
