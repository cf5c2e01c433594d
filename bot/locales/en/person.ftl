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
forgotten = It is erased on our side. You can erase what is on your screen yourself.
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
data-erase = To erase everything, write “delete”.
