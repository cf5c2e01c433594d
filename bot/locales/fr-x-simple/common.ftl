welcome = Bonjour. Je suis un robot. Je vous aide à trouver de l’aide. Je cherche près de chez vous. Manger, dormir, se laver, se soigner.
welcome-how = Écrivez ce que vous cherchez. Écrivez aussi votre ville. Par exemple : « douche à Nantes ».
welcome-danger = Je ne suis pas un service d’urgence. En danger ? Appelez le 112. Vous ne pouvez pas parler ? Écrivez un SMS au 114.
welcome-privacy = Je ne garde pas vos messages. Vous voulez tout effacer ? Écrivez « effacer ».
welcome-again = Que cherchez-vous ?
you-are-welcome = Avec plaisir. Bon courage. Vous pouvez encore m’écrire.

menu-food = Manger
menu-sleep = Dormir, se loger
menu-wash = Se laver
menu-health = Se soigner
menu-rights = Papiers et droits
menu-more = Autre chose
menu-more-question = Que cherchez-vous ? Écrivez avec vos mots.
menu-money = Argent, dettes
menu-work = Travail
menu-french = Apprendre le français
menu-family = Enfants, famille
menu-things = Vêtements, meubles
menu-back = Retour au menu
menu-emergency = Numéros d’urgence

stopped = D’accord, j’arrête. Vous pouvez m’écrire quand vous voulez.
not-understood = Je n’ai pas compris. Écrivez ce que vous cherchez. Écrivez aussi votre ville. Par exemple : « manger à Dijon ».
empty = Je n’ai pas reçu de mots. Écrivez ce que vous cherchez. Écrivez aussi votre ville.
too-long = Votre message est trop long. Écrivez un message plus court. Par exemple : « manger à Dijon ».
unknown-command = Je ne connais pas « { $command } ». Écrivez « menu ».
number-out-of-list = Le numéro { $number } n’existe pas. Écrivez un numéro de 1 à { $most }.
choose-again = Écrivez le numéro de votre choix.
stale = Cette question est finie. Écrivez ce que vous cherchez. Écrivez aussi votre ville.
out-of-order = J’ai une panne. Écrivez-moi encore dans un moment. En danger ? Appelez le 112. Ou écrivez un SMS au 114.
no-memory = J’ai une panne. J’oublie ce que vous dites. Écrivez tout dans un seul message. Par exemple : « douche à Nantes ».


crisis-number = { $number } ({ $details })
comma = { ", " }
