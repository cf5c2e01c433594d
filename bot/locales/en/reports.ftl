# Signaler une erreur de l’annuaire.

report-offer = Report a mistake
report-nothing = Look for a place first. Then write “report”.
report-which = Which place is wrong?
report-no-such-rank = { $count ->
    [1] The last list has only one place. Write 1.
   *[other] The last list has { $count } places. Write the number of the place.
}
report-gone = This place is no longer in the directory.
report-what = What is wrong about: { $name }?
report-closed = It is closed for good
report-hours = The opening hours
report-phone = The telephone number
report-moved = The address: they moved
report-shut = It is closed for some days
report-other = Something else
report-leave = Cancel
report-thanks = Thank you. The people who keep the directory will check. I will tell you what they did.
report-add = Add a word
report-word = What do you know? Write it in a few words, without anybody’s name.
report-word-long = That is too long: { $count } characters. Write { $most } characters at most.
report-added = Noted. Thank you.
report-too-many = You have reported a lot today. Thank you. Come back tomorrow.
report-told-corrected = Thank you! You had reported: { $name }. The directory is now correct.
report-told-confirmed = You had reported: { $name }. We checked: the directory is right. Thank you all the same.
report-told-withdrawn = Thank you! You had reported: { $name }. This place is no longer shown.
data-report = A mistake reported on { $date }: { $reason }.
data-report-word = Your words: { $said }
