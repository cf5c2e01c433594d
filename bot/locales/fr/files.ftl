## Un fichier qu’un agent envoie dans la conversation.

file-how = Envoyez le fichier ici, dans notre conversation. Je vous montre ce qu’il changerait ; rien n’est écrit avant votre « oui ». Je lis les fichiers jusqu’à { $most } Mo, et je ne garde pas le fichier.
file-how-path = Écrivez /import, puis le chemin du fichier. Je vous montre ce qu’il changerait ; rien n’est écrit avant votre « oui ». Je lis les fichiers jusqu’à { $most } Mo, et je ne garde pas le fichier.
file-how-evenement = Des événements : un agenda (.ics) ou un tableau (.csv, .xlsx). Dans un tableau, une première ligne nomme les colonnes : « titre » et « date » sont nécessaires ; je lis aussi « date de fin », « heure », « lieu », « en ligne », « inscription », « axe », « territoire », « statut » et « identifiant ».

file-what = Que contient « { $file } » ?
file-is-evenement = Des événements
file-is-none = Rien de cela
file-dropped = Rien n’a changé, et je n’ai rien gardé du fichier.
file-unnamed = ce fichier

## Ce qui empêche de le lire

file-away = Je n’arrive pas à lire ce fichier en ce moment. Rien n’a changé. Renvoyez-le dans un moment.
file-gone = Je ne trouve pas ce fichier : il n’est pas là, ou plus là. Rien n’a changé. Envoyez-le de nouveau.
file-large = Ce fichier fait plus de { $most } Mo : je ne l’ai pas lu. Rien n’a changé. Coupez-le en plusieurs, ou ôtez-en les images.
file-refused = Je n’ai pas le droit de lire ce fichier. Rien n’a changé. Envoyez-le vous-même, dans cette conversation.
file-altered = Ce fichier n’est pas arrivé tel qu’il a été envoyé. Rien n’a changé. Envoyez-le de nouveau.
