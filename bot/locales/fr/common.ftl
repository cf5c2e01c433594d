## Accueil, menu, erreurs : ce que le robot dit quelle que soit la demande.

welcome = Bonjour. Je suis un robot. Je vous aide à trouver de l’aide près de chez vous : manger, dormir, se laver, se soigner, ses papiers, ses droits…
welcome-how = Écrivez ce qu’il vous faut, et où. Par exemple : « douche à Nantes », « manger 59100 », « dentiste sans mutuelle à Lyon ».
welcome-danger = Je ne suis pas un service d’urgence. En danger ? Appelez le 112. Vous ne pouvez pas parler ? Écrivez un SMS au 114.
welcome-privacy = Je ne garde pas vos messages. Pour tout effacer, écrivez « effacer ». Pour changer de langue, écrivez « langue ».
welcome-again = De quoi avez-vous besoin ?
you-are-welcome = Avec plaisir. Bon courage. Je reste là si vous avez besoin d’autre chose.

menu-food = Manger
menu-sleep = Dormir, se loger
menu-wash = Se laver
menu-health = Se soigner
menu-rights = Papiers et droits
menu-more = Autre chose
menu-more-question = De quoi avez-vous besoin ? Vous pouvez aussi l’écrire avec vos mots.
menu-money = Argent, dettes
menu-work = Travail
menu-french = Français, formation
menu-family = Enfants, famille
menu-things = Vêtements, meubles
menu-back = Retour au menu
menu-emergency = Numéros d’urgence

stopped = D’accord, j’arrête là. Écrivez-moi quand vous voulez.
not-understood = Je n’ai pas compris. Dites-moi en quelques mots ce qu’il vous faut, et où. Par exemple : « colis alimentaire à Dijon ».
empty = Je n’ai reçu aucun mot. Écrivez ce qu’il vous faut, et où. Par exemple : « douche à Nantes ».
too-long = Votre message est trop long pour moi : je ne lis que { $most } signes. Écrivez-le plus court, par exemple : « colis alimentaire à Dijon ».
unknown-command = Je ne connais pas la commande « { $command } ». Écrivez « menu » pour voir ce que je sais faire.
number-out-of-list = Il n’y a pas de choix numéro { $number }. Répondez par un nombre de 1 à { $most }.
choose-again = Répondez par le numéro de votre choix, ou écrivez avec vos mots.
stale = Cette question n’est plus ouverte. Dites-moi ce qu’il vous faut, et où.
out-of-order = Un incident m’empêche de répondre. Réessayez dans un instant. En danger ? Appelez le 112, ou écrivez un SMS au 114.
no-memory = Ma mémoire est en panne : j’oublie ce que vous venez de dire. Écrivez tout dans un seul message, par exemple : « douche à Nantes ».


crisis-number = { $number } ({ $details })
comma = { ", " }
