# Ce que dit « solipacte sources » à la personne qui tient l’annuaire.

sources-none = Aucune source n’est suivie. Écrivez-les dans { $file } : docs/sources.md montre comment.
sources-unknown = Aucune source ne s’appelle { $name } dans { $file }. La commande « solipacte sources list » les montre.
sources-one = { $name } ({ $kind }) : { $rows ->
        [one] { $rows } service
       *[other] { $rows } services
    }, lue pour la dernière fois : { $day }
sources-last-error = Échec du { $day } : { $error } L’annuaire garde ce qu’il avait.
sources-nothing-due = Rien à faire : aucune source n’a besoin d’être relue maintenant.
sources-refreshing = Source { $name }.
sources-unchanged = { $name } n’a pas changé depuis la dernière fois.
sources-failed = { $name } n’a pas pu être relue. { $error } L’annuaire garde ce qu’il avait.
sources-pages = { $held ->
        [one] { $held } fiche reçue
       *[other] { $held } fiches reçues
    }. Revenues plusieurs fois : { $repeated }. Annoncées mais jamais reçues : { $missing }.

## Ce qui empêche d’aller chercher une source

sources-unreachable = Le serveur ne répond pas, ou coupe à chaque essai. Réessayez plus tard.
sources-busy = Le serveur est occupé (réponse { $status }). Réessayez plus tard.
sources-refused-key = Le serveur refuse (réponse { $status }). Vérifiez la clé, ou vos droits.
sources-refused-status = Le serveur refuse (réponse { $status }). Vérifiez l’adresse dans sources.toml.
sources-too-large = Le fichier est trop grand : { $most } millions d’octets au plus.
sources-too-many = La source annonce trop de fiches : { $most } au plus.
sources-encoding = Le serveur envoie un fichier compressé qui ne se lit pas.
sources-not-a-page = Le serveur répond autre chose qu’une page de fiches. Vérifiez l’adresse dans sources.toml.
sources-key-missing = La clé manque. Écrivez-la dans la variable d’environnement { $variable }.

## Ce qui est mal écrit dans sources.toml

sources-file-unreadable = Le fichier { $file } ne peut pas être lu.
sources-file-not-toml = Le fichier { $file } n’est pas du TOML correct. Enregistrez-le en UTF-8, une source par [titre].
sources-name = { $name } n’est pas un nom de source : des minuscules, des chiffres et des tirets, puis ses réglages.
sources-field = Source { $name } : le réglage { $field } n’est pas connu, ou n’a pas une valeur permise.
sources-kind = Source { $name } : kind doit être un de ceux-ci : { $kinds }.
sources-where = Source { $name } : donnez address ou file, pas les deux.
sources-address = Source { $name } : address doit commencer par https:// ou http://.
sources-territory = Source { $name } : territory s’écrit dep-44 ou reg-52.
sources-key-written = Source { $name } : key est le NOM d’une variable d’environnement, par exemple SOLIGUIDE_KEY. N’écrivez jamais la clé ici.
sources-every = Source { $name } : hours et days sont des nombres entiers, d’un an au plus.
sources-soliguide = Source { $name } : Soliguide demande une clé (key) et un territoire (territory), et l’accord de Solinum.

## Ce qu’apprennent les éditeurs

source-told-done = Source { $name } : { $added } services ajoutés, { $changed } modifiés, { $withdrawn } retirés. L’exploitant peut l’annuler pendant trente jours (import n° { $run }).
source-told-failed = Source { $name } : elle n’a pas pu être relue. { $error } L’annuaire garde ce qu’il avait.
