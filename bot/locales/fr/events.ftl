## Ce que lisent les agents et l’exploitant des événements : import, export, formulaire.

## Ce qu’un import changerait

events-added = Nouveaux événements : { $count }
events-changed = Événements modifiés : { $count }
events-called-off = Événements annulés : { $count }
events-one = { $date } : { $what }
events-change = ligne { $line }, avant : { $before } ; après : { $after }
events-more = … et { $count } de plus.
events-same = Sans changement : { $count }
events-past = Dates passées, laissées de côté : { $count }
events-never = Annulés avant d’avoir été annoncés, laissés de côté : { $count }
events-stay-off = Annulés ici, ils le restent quoi que dise le fichier : { $count }. Pour en annoncer un à nouveau, écrivez /evenement au robot.
events-unread = Colonnes laissées de côté, leur nom n’est pas connu : { $names }
events-refused = Événements refusés : { $count }
events-refusal = ligne { $line } : { $why }
events-refusal-of = ligne { $line }, { $title } : { $why }

## Ce qui est refusé, ligne par ligne

events-no-title = Il manque le titre.
events-no-moment = Je ne lis pas la date de début ou de fin. Refaites l’export depuis votre agenda.
events-zone = Je ne connais pas le fuseau horaire « { $zone } », et une heure fausse serait pire. Choisissez « Europe/Paris » dans votre agenda.
events-long = Cet événement dure plus d’un an. Vérifiez sa fin, ou écrivez un événement pour chaque jour.
events-range = Une modification de « ce jour et tous les suivants » ne se lit pas. Faites deux séries dans votre agenda.
events-rule-unread = Je ne lis pas cette répétition. Écrivez les dates une par une.
events-rule-often = Cette répétition revient plusieurs fois par jour. Écrivez un événement par jour.
events-rule-endless = Cette répétition n’a pas de fin. Donnez-lui une dernière date, dans les trois ans.
events-rule-far = Cette répétition va au-delà de trois ans, ou tombe sur des jours qui n’existent pas. Donnez-lui une dernière date plus proche.
events-rule-many = Cette répétition a plus de { $most } dates à venir. Donnez-lui une dernière date plus proche.
events-rule-old = Cette répétition a commencé il y a plus de dix ans. Faites-en une nouvelle dans votre agenda.
events-territory-missing = Il manque le territoire. Ajoutez une colonne « territoire », ou relancez avec --territory dep-44.
events-territory-unknown = Je ne connais pas le territoire « { $territory } ». Écrivez dep-44, 44 ou Loire-Atlantique.
events-territory-elsewhere = Vos droits ne vont pas jusqu’à ce territoire.
events-axes = Je ne lis pas les axes. Écrivez 3, ou 1 et 3.
events-formula = Cette ligne contient une formule. Écrivez la valeur à la place.
events-cell-long = Une case a plus de { $most } caractères. Raccourcissez-la.
events-twice = Même événement qu’à la ligne { $first }. Si c’en est un autre, changez le titre, ou ajoutez une colonne « identifiant ».

## Le fichier entier est refusé

events-file-unreadable = Le fichier { $file } ne peut pas être lu. Vérifiez son nom et ses droits. Rien n’a changé.
events-file-large = Le fichier { $file } fait plus de { $most } Mo : c’est trop pour un calendrier. Gardez les événements à venir, ou coupez-le en plusieurs. Rien n’a changé.
events-file-packed = Le fichier { $file } est compressé. Décompressez-le d’abord. Rien n’a changé.
events-file-old-excel = Le fichier { $file } est un ancien classeur (.xls), ou il est protégé par un mot de passe. Enregistrez-le en .xlsx, sans mot de passe. Rien n’a changé.
events-file-other = Le fichier { $file } n’est ni un calendrier (.ics) ni un tableau (.csv, .xlsx). Rien n’a changé.
events-file-html = Le fichier { $file } est une page web. Téléchargez le calendrier lui-même, ou exportez-le. Rien n’a changé.
events-file-encoding = Le fichier { $file } n’est pas un texte lisible. Enregistrez-le en UTF-8. Rien n’a changé.
events-file-empty = Le fichier { $file } est vide. Rien n’a changé.
events-file-no-event = Le fichier { $file } ne contient aucun événement. Rien n’a changé.
events-file-many = Le fichier { $file } contient plus de { $most } événements. Gardez ceux à venir, ou coupez-le en plusieurs. Rien n’a changé.
events-file-many-series = Le fichier { $file } contient plus de { $most } répétitions. Coupez-le en plusieurs. Rien n’a changé.
events-file-not-ics = Le fichier { $file } n’est pas un calendrier correct, à partir de la ligne { $line }. Refaites l’export. Rien n’a changé.
events-file-cut = Le fichier { $file } s’arrête au milieu : il est sans doute incomplet. Refaites l’export. Rien n’a changé.
events-file-not-csv = Le tableau { $file } a un guillemet mal fermé, à partir de la ligne { $line }. Corrigez-la. Rien n’a changé.
events-file-no-columns = Le tableau { $file } ne nomme pas ses colonnes. Donnez-lui une première ligne avec au moins « titre » et « date ». Rien n’a changé.
events-file-wide = Le classeur { $file } a des cases au-delà de { $rows } lignes ou de { $columns } colonnes. Copiez le tableau dans un classeur neuf. Rien n’a changé.
events-file-unpacked = Le classeur { $file } est démesuré une fois décompressé. Copiez le tableau dans un classeur neuf. Rien n’a changé.
events-file-broken = Le classeur { $file } est abîmé. Ouvrez-le et enregistrez-le à nouveau en .xlsx. Rien n’a changé.

## Après

events-nothing-new = Le calendrier a déjà tout cela : il n’y a rien à changer.
events-applied = C’est fait : le calendrier est à jour, et c’est noté dans le journal.
events-not-applied-refused = Rien n’a changé : des événements sont refusés. Corrigez-les, ou acceptez de les laisser de côté avec --accept-refused.
events-not-applied-stale = Rien n’a changé : le calendrier a bougé pendant la lecture. Recommencez.
events-exported = Événements écrits dans { $file } : { $count }
events-export-kind = Je ne sais pas écrire { $file }. Choisissez un nom qui finit par .ics, .csv ou .xlsx.
events-export-exists = { $file } existe déjà : choisissez un autre nom, ou ajoutez --force.
events-export-unwritable = { $file } ne peut pas être écrit : { $reason }.
events-export-none = Aucun événement à écrire dans ce fichier : rien n’est écrit.

## Un fichier d’événements envoyé dans la conversation

event-file-preview = Ce que « { $file } » changerait pour { $place } :
event-file-places = les territoires qu’il nomme
event-file-sure = J’applique ces changements ?
event-file-sure-partly = Ce qui est refusé est laissé de côté. J’applique le reste ?
event-file-apply = Appliquer
event-file-drop = Abandonner
event-file-yes-or-no = Répondez « oui » pour appliquer ces changements, « non » pour abandonner.
event-file-where = De quel territoire sont ces événements ? Par exemple : dep-49 ou Maine-et-Loire.
event-file-moved = Le calendrier a changé depuis. Relisez.
event-file-mend = Rien n’est à appliquer. Corrigez le fichier, puis envoyez-le de nouveau.

## Le formulaire : /evenement nouveau

event-form-new = Annoncer un événement
event-form-how = Je vous pose quelques questions, puis je vous montre ce que tout le monde lira. « Retour » revient à la question d’avant, « annuler » arrête tout.
event-form-title = Quel est le titre ?
event-form-date = Quel jour ? Par exemple : 16/03/2027, du 16 au 18 mars 2027, « printemps 2027 », ou « chaque mardi du 2 mars au 25 mai 2027 ».
event-form-hour = À quelle heure ? Par exemple : 14:30 ou 9 h.
event-form-place = Où ? Une adresse, ou « en visio ».
event-form-registration = Comment s’inscrire ? Une adresse qui commence par https://, ou une adresse de courriel.
event-form-axes = De quels axes du pacte s’agit-il ? Par exemple : axe 3, ou axes 1 et 3.
event-form-territory = Pour quel territoire ? Par exemple : dep-49 ou Maine-et-Loire.
event-form-online = En visioconférence
event-form-axis = Axe { $axis }
event-form-skip = Passer
event-form-back = Question d’avant
event-form-leave = Arrêter
event-form-needed = Cette question ne se passe pas.
event-form-bad-place = Je ne lis pas le lieu.
event-form-bad-territory = Je ne connais pas ce territoire.
event-form-one-thing = Écrivez une seule chose à la fois, sans « | ».

## Une date qui revient, en une ligne

event-repeat-count = { $count } dates, dont voici la première et la dernière.
event-repeat-end = Dites de quand à quand. Par exemple : chaque mardi du 02/03/2027 au 25/05/2027 14:00.
event-repeat-none = Ce jour ne tombe pas entre ces deux dates, ou il est passé.
event-repeat-change = Un événement ne se change pas en plusieurs dates. Annulez-le, puis annoncez-les.
