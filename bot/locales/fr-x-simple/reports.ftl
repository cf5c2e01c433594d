# Signaler une erreur de l’annuaire.

report-offer = Signaler une erreur
report-nothing = Cherchez d’abord un lieu. Puis écrivez « signaler ».
report-which = Quel lieu ?
report-no-such-rank = { $count ->
    [1] Il y a un seul lieu dans la dernière liste. Écrivez 1.
   *[other] Il y a { $count } lieux dans la dernière liste. Écrivez le numéro du lieu.
}
report-gone = Ce lieu n’est plus dans l’annuaire.
report-what = Qu’est-ce qui est faux ? { $name }
report-closed = C’est fermé pour toujours
report-hours = Les horaires
report-phone = Le téléphone
report-moved = L’adresse
report-shut = C’est fermé quelques jours
report-other = Autre chose
report-leave = Annuler
report-thanks = Merci. Nous allons vérifier. Je vous dirai la suite.
report-add = Ajouter un mot
report-word = Que savez-vous ? Écrivez-le. N’écrivez pas de nom.
report-word-long = C’est trop long : { $count } caractères. Écrivez { $most } caractères au plus.
report-added = C’est noté. Merci.
report-too-many = Vous avez beaucoup signalé aujourd’hui. Merci. Revenez demain.
report-told-corrected = Merci ! Vous aviez signalé : { $name }. L’annuaire est corrigé.
report-told-confirmed = Vous aviez signalé : { $name }. Nous avons vérifié. L’annuaire est juste. Merci.
report-told-withdrawn = Merci ! Vous aviez signalé : { $name }. Ce lieu n’est plus montré.
data-report = Une erreur signalée le { $date } : { $reason }.
data-report-word = Votre mot : { $said }
