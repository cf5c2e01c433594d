# Signaler une erreur de l’annuaire.

report-offer = Signaler une erreur
report-nothing = Cherchez d’abord un lieu. Puis écrivez « signaler ».
report-which = Quel lieu est mal décrit ?
report-no-such-rank = { $count ->
    [1] La dernière liste n’a qu’un lieu. Écrivez 1.
   *[other] Il y a { $count } lieux dans la dernière liste. Écrivez le numéro du lieu.
}
report-gone = Ce lieu n’est plus dans l’annuaire.
report-what = Qu’est-ce qui est faux pour : { $name } ?
report-closed = C’est fermé pour toujours
report-hours = Les horaires
report-phone = Le téléphone
report-moved = L’adresse : ils ont déménagé
report-shut = C’est fermé quelques jours
report-other = Autre chose
report-leave = Annuler
report-thanks = Merci. Les personnes qui tiennent l’annuaire vont vérifier. Je vous dirai ce qu’elles ont fait.
report-add = Ajouter un mot
report-word = Que savez-vous ? Écrivez-le en quelques mots, sans le nom de personne.
report-word-long = C’est trop long : { $count } caractères. Écrivez { $most } caractères au plus.
report-added = C’est noté. Merci.
report-too-many = Vous avez beaucoup signalé aujourd’hui. Merci. Revenez demain pour la suite.
report-told-corrected = Merci ! Vous aviez signalé : { $name }. L’annuaire est corrigé.
report-told-confirmed = Vous aviez signalé : { $name }. Nous avons vérifié : l’annuaire est juste. Merci quand même.
report-told-withdrawn = Merci ! Vous aviez signalé : { $name }. Ce lieu n’est plus montré.
data-report = Une erreur signalée le { $date } : { $reason }.
data-report-word = Votre mot : { $said }
