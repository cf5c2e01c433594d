# Signaler une erreur de l’annuaire.

report-which = Quel lieu ?
report-what = Qu’est-ce qui est faux ? { $name }
report-moved = L’adresse
report-thanks = Merci. Nous allons vérifier. Je vous dirai la suite.
report-word = Que savez-vous ? Écrivez-le. N’écrivez pas de nom.
report-too-many = Vous avez beaucoup signalé aujourd’hui. Merci. Revenez demain.
report-told-confirmed = Vous aviez signalé : { $name }. Nous avons vérifié. L’annuaire est juste. Merci.
