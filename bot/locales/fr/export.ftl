## Ce que dit « solipacte export » de l’annuaire.

export-done = { $services ->
        [one] Voici { $services } service
       *[other] Voici { $services } services
    } ({ $structures ->
        [one] { $structures } structure
       *[other] { $structures } structures
    }) dans { $file }.
export-complete = Attention : ce dossier contient les adresses de lieux d’accueil de victimes et des noms de personnes. Il ne sert qu’à remettre l’annuaire sur une machine à vous. Ne le publiez pas, ne l’envoyez pas.
export-fictional = Tous ces lieux sont inventés pour une démonstration, et le fichier le dit.
export-left-out = { $count ->
        [one] { $count } fiche n’est pas conforme au format officiel et a été laissée de côté
       *[other] { $count } fiches ne sont pas conformes au format officiel et ont été laissées de côté
    } : { $examples }.
export-licences = Licence inconnue pour : { $sources }. Demandez-la à la source avant de republier, puis écrivez-la dans { $file } (une ligne : nom = "Licence Ouverte 2.0").
export-licences-unreadable = Le fichier des licences { $file } ne peut pas être lu ({ $reason }). Écrivez une ligne par source, par exemple : dora = "Licence Ouverte 2.0"
export-licence-unknown = à demander à la source
export-secret = Adresse et détails non communiqués pour protéger les personnes. Appelez, ou demandez à une assistante sociale.
export-yes = oui
export-empty = L’annuaire ne contient aucun service de ce genre : rien n’a été écrit.
export-changed = L’annuaire a changé pendant l’export : rien n’a été écrit. Recommencez.
export-exists = { $file } existe déjà : choisissez un autre nom, ou ajoutez --force.
export-not-ours = Le dossier { $file } contient autre chose qu’un export : choisissez un autre nom. Rien n’a été effacé.
export-kind = { $file } : le nom du fichier doit finir par { $kinds }.
export-unwritable = { $file } ne peut pas être écrit : { $reason }.
export-full = Un classeur .xlsx ne peut pas contenir plus de { $rows } lignes : choisissez un fichier .csv, ou un seul département.
export-departement = Je ne connais pas le département « { $name } » : donnez son code, par exemple 44, 2A ou 974.
export-need = Je ne connais pas le besoin « { $need } ». Écrivez-le autrement (« repas », « douche »), ou choisissez parmi : { $needs }.
export-page-done = Page écrite : { $file } ({ $count ->
        [one] { $count } lieu
       *[other] { $count } lieux
    }). Ouvrez-la dans un navigateur et imprimez-la en A4.
export-page-left-out = { $count ->
        [one] { $count } lieu proche n’y a pas trouvé place.
       *[other] { $count } lieux proches n’y ont pas trouvé place.
    }
