## Un fichier de services qu’un éditeur envoie dans la conversation.

file-is-service = Des lieux et des services
file-how-service = Des services : le tableau d’une association (.csv, .xlsx), ou un fichier de data·inclusion, de Soliguide, de l’annuaire de l’administration, des France services, de la médiation numérique ou HSDS. Dans un tableau, une première ligne nomme les colonnes : un nom, et une adresse, une commune ou un code postal sont nécessaires. 4 000 fiches au plus.

## Les colonnes d’un tableau

sheet-columns = « { $file } » est un tableau. Voici comment je lis ses colonnes. La source s’appellera « { $source } » : la prochaine fois, gardez le même nom de fichier, sinon tout serait ajouté une deuxième fois.
sheet-columns-title = Les colonnes
sheet-column = { $number }. « { $title } » : { $field } – { $samples }
sheet-column-unread = { $number }. « { $title } » : pas lue – { $samples }
sheet-column-empty = vide
sheet-columns-more = { $count ->
        [one] … et une autre colonne, pas lue
       *[other] … et { $count } autres colonnes, pas lues
    }
sheet-columns-sure = Est-ce juste ?
sheet-columns-right = C’est juste
sheet-columns-how = Pour changer une colonne, écrivez son numéro et ce qu’elle contient : « 3 = téléphone », ou « 3 = rien » pour ne pas la lire. Je lis surtout : { $fields }.
sheet-columns-lack-nom = Il me manque la colonne du nom. Dites-moi laquelle : « 2 = nom ».
sheet-columns-lack-commune = Il me manque le lieu : une commune, une adresse ou un code postal. Dites-moi quelle colonne : « 3 = commune ».
sheet-columns-yes-or-no = Répondez « oui » si les colonnes sont justes, « non » pour abandonner, ou par exemple « 3 = téléphone ».
sheet-columns-no-such = Il n’y a pas de colonne { $column } : elles vont de 1 à { $most }.
sheet-columns-no-field = Je ne connais pas ce champ. Écrivez par exemple « 3 = téléphone », « 3 = commune » ou « 3 = rien ».
sheet-field-identifiant = identifiant
sheet-field-nom = nom
sheet-field-service = service
sheet-field-description = description
sheet-field-adresse = adresse
sheet-field-complement = complément d’adresse
sheet-field-code_postal = code postal
sheet-field-commune = commune
sheet-field-code_insee = code INSEE
sheet-field-latitude = latitude
sheet-field-longitude = longitude
sheet-field-telephone = téléphone
sheet-field-courriel = courriel
sheet-field-site_web = site web
sheet-field-horaires = horaires
sheet-field-publics = publics
sheet-field-conditions = conditions
sheet-field-frais = tarif
sheet-field-siret = SIRET
sheet-field-date = date

## L’aperçu

sheet-kind-table = le tableau d’une association, source « { $source } »
sheet-kind-data-inclusion = des fiches de data·inclusion
sheet-kind-soliguide = des lieux de Soliguide
sheet-kind-lannuaire = des guichets de l’annuaire de l’administration
sheet-kind-mediation-numerique = des lieux de médiation numérique
sheet-kind-france-services = la liste des France services
sheet-kind-hsds = des organisations au format HSDS
sheet-preview = « { $file } » : { $kind }. Voici ce qu’il changerait dans l’annuaire, pour { $place }.
sheet-many-places = { $count } départements
sheet-added = Services ajoutés : { $count }
sheet-changed = Services modifiés : { $count }
sheet-founded = Structures ajoutées : { $count }
sheet-structures = Structures modifiées : { $count }
sheet-withdrawn = Services retirés : { $count }
sheet-aside = Laissées de côté : { $count }
sheet-mended = Réparé
sheet-change = { $name } – { $what }
sheet-other-fields = d’autres champs
sheet-nowhere = commune inconnue
sheet-more = … et { $count } de plus
sheet-example = ligne { $line } : { $what }
sheet-checked = { $count ->
        [one] Un service est dit à jour à cette date, sans autre changement.
       *[other] { $count } services sont dits à jour à cette date, sans autre changement.
    }
sheet-unchanged = Services sans changement : { $count }.
sheet-absent = { $count ->
        [one] Un service de la même source n’est pas dans ce fichier : il reste dans l’annuaire.
       *[other] { $count } services de la même source ne sont pas dans ce fichier : ils restent dans l’annuaire.
    }
sheet-closes = { $count ->
        [0] Les fermetures temporaires que la source disait sont levées.
        [one] Une fermeture temporaire est dite par la source.
       *[other] { $count } fermetures temporaires sont dites par la source.
    }
sheet-sure = J’écris tout cela dans l’annuaire ?
sheet-sure-two = C’est beaucoup d’un coup : une deuxième personne doit lire cet aperçu et donner son accord. Je le lui demande ?
sheet-nobody = C’est beaucoup d’un coup : une deuxième personne doit donner son accord, et personne d’autre n’est inscrit pour le donner ici. Demandez à l’exploitant d’inscrire un deuxième éditeur ou un valideur, ou d’importer le fichier sur la machine.
sheet-already = Vous avez déjà un import qui attend un accord. Il s’éteint au bout de 24 heures.
sheet-apply = Écrire
sheet-ask = Demander l’accord
sheet-whole = Retirer aussi les absents
sheet-part = Garder les absents
sheet-drop = Abandonner
sheet-yes-or-no = Répondez « oui » pour continuer, « non » pour abandonner.
sheet-moved = L’annuaire a changé depuis l’aperçu. Relisez.
sheet-mend = Rien n’est à écrire. Corrigez le fichier, puis envoyez-le de nouveau.
sheet-nothing-here = Rien de ce fichier n’est de votre territoire : je n’écris rien. Pour voir vos droits, écrivez /agent.
sheet-done = C’est fait : l’annuaire est à jour, et c’est noté dans le journal. Pour annuler cet import pendant trente jours, écrivez /imports annuler.
sheet-done-closures = C’est fait : seules des fermetures ont changé. Pour annuler cet import pendant trente jours, écrivez /imports annuler.
sheet-to-imports = Les imports

## Les imports : /imports

sheet-no-runs = Aucun import n’a été fait dans votre territoire. Pour en faire un, envoyez un fichier ici : /import dit lesquels.
sheet-runs = Les derniers imports de votre territoire :
sheet-runs-how = Pour en annuler un : « /imports annuler », puis son numéro.
sheet-run = N° { $run }, { $day }, { $who }, { $sources } : ajoutés { $added }, modifiés { $changed }, retirés { $withdrawn }
sheet-run-undone = N° { $run }, { $day }, { $who }, { $sources } : annulé
sheet-waits-other = { $number } attend l’accord d’une deuxième personne.
sheet-waits-you = { $number } attend votre accord : { $who } le demande.
sheet-read = Lire { $number }
sheet-undo = Annuler le n° { $run }
sheet-undo-sure = J’annule l’import n° { $run } ? Ce qu’il a ajouté part, ce qu’il a changé ou retiré revient. Ce que d’autres ont changé depuis reste.
sheet-undo-yes = Oui, l’annuler
sheet-undo-no = Non, le garder
sheet-undo-yes-or-no = Répondez « oui » pour l’annuler, « non » pour le garder.
sheet-undo-left = L’import reste.
sheet-undone = L’import n° { $run } est annulé.
sheet-undo-unknown = Je ne vois pas d’import n° { $run } dans votre territoire. Pour les voir : /imports.
sheet-undo-which = Vous n’avez pas d’import à annuler. Pour voir ceux de votre territoire : /imports.
sheet-undo-already = L’import n° { $run } est déjà annulé.
sheet-undo-too-old = L’import n° { $run } a plus de trente jours : il ne s’annule plus.
sheet-undo-elsewhere = L’import n° { $run } a changé aussi d’autres territoires que le vôtre. Demandez à l’exploitant de l’annuler.
sheet-undo-large = L’import n° { $run } est trop grand pour s’annuler ici. Demandez à l’exploitant : « solipacte directory undo { $run } ».

## À deux

sheet-asked = C’est demandé : { $number }. Une deuxième personne doit donner son accord dans les 24 heures : je la préviens. Je vous dirai ici ce qu’il en est. Ne supprimez pas le fichier de cette conversation : je ne le garde pas, je le relis.
sheet-told = Un import dans l’annuaire attend votre accord : { $place }. Pour le lire, écrivez /imports accord { $number }.
sheet-asks = { $number } : { $who } demande votre accord.
sheet-nothing-waits = Aucun import n’attend votre accord sous ce numéro. On ne peut pas donner son accord à sa propre demande.
sheet-not-agreed = Ce n’est pas le mot, ou il ne vaut plus : rien n’est écrit.
sheet-agreed = Vous avez donné votre accord à { $number }. J’écris dans un instant, et je vous le dis à tous les deux.
sheet-refused-now = C’est refusé : { $number }. Qui l’a demandé est prévenu.
sheet-moved-now = { $number } ne peut plus se faire : l’annuaire a changé, ce n’est plus ce que la première personne a lu. Elle est prévenue.
sheet-lost-now = { $number } ne peut plus se faire : le fichier n’est plus là, ou n’est plus le même. Qui l’a demandé est prévenu.
sheet-done-two = Votre import { $number } est fait, avec l’accord d’une deuxième personne. Pour l’annuler pendant trente jours : /imports annuler { $run }.
sheet-refused = Votre import { $number } est refusé par la deuxième personne. Rien n’a changé.
sheet-expired = Personne n’a répondu à votre demande { $number } en 24 heures : elle est effacée, rien n’a changé. Vous pouvez renvoyer le fichier.
sheet-void = Votre import { $number } est annulé : l’un des deux agents n’a plus son droit. Rien n’a changé.
sheet-moved-two = Votre import { $number } ne se fait pas : l’annuaire a changé depuis votre aperçu. Rien n’est écrit. Renvoyez le fichier « { $file } » et relisez.
sheet-lost = Votre import { $number } ne se fait pas : le fichier « { $file } » n’est plus là, ou n’est plus le même. Rien n’a changé. Renvoyez-le.
sheet-agreed-done = L’import { $number } est fait : c’est le n° { $run }.
sheet-agreed-not-done = L’import { $number } n’a pas pu se faire. Rien n’a changé. Qui l’a demandé sait pourquoi.
data-import-wish = Un import dans l’annuaire que vous avez demandé : { $number }
