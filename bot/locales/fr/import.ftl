# Ce que dit « solipacte import » à la personne qui tient l’annuaire.

## Ce qui change

import-structures = Structures : { $added } { $added ->
        [one] nouvelle
       *[other] nouvelles
    }, { $changed } { $changed ->
        [one] modifiée
       *[other] modifiées
    }, { $unchanged } sans changement.
import-services = Services : { $added } { $added ->
        [one] nouveau
       *[other] nouveaux
    }, { $changed } { $changed ->
        [one] modifié
       *[other] modifiés
    }, { $unchanged } sans changement.
import-fictional-removed = { $count ->
        [one] { $count } service inventé de la démonstration sera effacé.
       *[other] Les { $count } services inventés de la démonstration seront effacés.
    }
import-absent = { $count ->
        [one] { $count } service de ces sources n’est plus dans les fichiers, ou y est refusé. Il reste tel quel dans l’annuaire.
       *[other] { $count } services de ces sources ne sont plus dans les fichiers, ou y sont refusés. Ils restent tels quels dans l’annuaire.
    }
import-skipped = { $count ->
        [one] { $count } fiche n’est pas pour nous : un autre sujet, ou un lieu fermé. Elle est laissée de côté.
       *[other] { $count } fiches ne sont pas pour nous : un autre sujet, ou un lieu fermé. Elles sont laissées de côté.
    }
import-repeated = { $count ->
        [one] { $count } fiche revient deux fois, mot pour mot. Elle est lue une fois.
       *[other] { $count } fiches reviennent, mot pour mot. Elles sont lues une fois.
    }
import-withdrawn = { $count ->
        [one] { $count } service n’est plus dans la source : il sera retiré.
       *[other] { $count } services ne sont plus dans la source : ils seront retirés.
    }
import-heavy = Département { $departement } : { $changes } { $changes ->
        [one] service écrit
       *[other] services écrits
    } et { $withdrawn } { $withdrawn ->
        [one] retiré
       *[other] retirés
    }, sur { $held }. Une deuxième personne doit être d’accord.
import-agreed = { $count ->
        [one] { $count } correction que la source dit maintenant aussi : elle n’a plus lieu d’être.
       *[other] { $count } corrections que la source dit maintenant aussi : elles n’ont plus lieu d’être.
    }
import-disputed = { $count ->
        [one] { $count } correction est gardée, mais la source dit maintenant autre chose. À vérifier :
       *[other] { $count } corrections sont gardées, mais la source dit maintenant autre chose. À vérifier :
    }
import-nothing-new = L’annuaire a déjà tout cela : il n’y a rien à changer.
import-example = { $file }, ligne { $line } : { $id } { $detail }

## Ce qui est laissé de côté

import-refused-not-an-object = { $count ->
        [one] { $count } ligne refusée : ce n’est pas une fiche.
       *[other] { $count } lignes refusées : ce ne sont pas des fiches.
    }
import-refused-missing-field = { $count ->
        [one] { $count } fiche refusée : il manque un champ obligatoire.
       *[other] { $count } fiches refusées : il manque un champ obligatoire.
    }
import-refused-wrong-value = { $count ->
        [one] { $count } fiche refusée : un champ n’a pas une valeur permise par le schéma data·inclusion.
       *[other] { $count } fiches refusées : un champ n’a pas une valeur permise par le schéma data·inclusion.
    }
import-refused-duplicate = { $count ->
        [one] { $count } fiche refusée : son identifiant est déjà pris par une ligne d’avant.
       *[other] { $count } fiches refusées : leur identifiant est déjà pris par une ligne d’avant.
    }
import-refused-no-structure = { $count ->
        [one] { $count } service refusé : sa structure n’est ni dans les fichiers ni dans l’annuaire.
       *[other] { $count } services refusés : leur structure n’est ni dans les fichiers ni dans l’annuaire.
    }
import-refused-structure-refused = { $count ->
        [one] { $count } service refusé : sa structure est refusée.
       *[other] { $count } services refusés : leur structure est refusée.
    }
import-refused-elsewhere = { $count ->
        [one] { $count } fiche d’un autre territoire que le vôtre.
       *[other] { $count } fiches d’un autre territoire que le vôtre.
    }
import-refused-nowhere = { $count ->
        [one] { $count } fiche dont la commune est introuvable : on ne sait pas si elle est de votre territoire.
       *[other] { $count } fiches dont la commune est introuvable : on ne sait pas si elles sont de votre territoire.
    }

## Ce qui a été réparé

import-mended-field-dropped = { $count ->
        [one] { $count } champ facultatif écarté, parce qu’il était mal écrit.
       *[other] { $count } champs facultatifs écartés, parce qu’ils étaient mal écrits.
    }
import-mended-phone-unreadable = { $count ->
        [one] { $count } téléphone écarté : on ne peut pas le composer.
       *[other] { $count } téléphones écartés : on ne peut pas les composer.
    }
import-mended-position-swapped = { $count ->
        [one] { $count } position remise à l’endroit : latitude et longitude étaient échangées.
       *[other] { $count } positions remises à l’endroit : latitude et longitude étaient échangées.
    }
import-mended-position-dropped = { $count ->
        [one] { $count } position écartée : hors de France, ou loin de la commune. Le centre de la commune la remplace.
       *[other] { $count } positions écartées : hors de France, ou loin de la commune. Le centre de la commune les remplace.
    }
import-mended-place-unknown = { $count ->
        [one] { $count } service dont la commune est introuvable : il ne sera trouvé qu’à distance.
       *[other] { $count } services dont la commune est introuvable : ils ne seront trouvés qu’à distance.
    }
import-mended-no-need = { $count ->
        [one] { $count } service ne répond à aucun besoin connu : on ne le trouvera pas en cherchant.
       *[other] { $count } services ne répondent à aucun besoin connu : on ne les trouvera pas en cherchant.
    }

## Les colonnes d’un tableau

import-column = { $number }. « { $title } » → { $field } ({ $score } %) : { $samples }
import-column-unread = { $number }. « { $title } » n’est pas lue : { $samples }
import-columns-right = Est-ce juste ? Entrée pour oui, « non » pour arrêter, ou « 3=telephone » pour changer la colonne 3, « 3= » pour ne pas la lire
import-column-how = Écrivez le numéro d’une colonne, le signe = et un de ces champs : { $fields }.
import-given-up = Rien n’a changé.

## Rien n’a été écrit

import-source-not-a-folder = { $source } n’est pas un dossier. Donnez le dossier qui contient structures.json et services.json (ou .ndjson).
import-source-empty = Le dossier { $source } ne contient ni structures.json ni services.json (ou .ndjson).
import-file-unreadable = Le fichier { $file } ne peut pas être lu. Rien n’a changé.
import-file-empty = Le fichier { $file } est vide. Rien n’a changé.
import-file-not-json = Le fichier { $file } n’est pas du JSON correct, à partir de la ligne { $line }. Rien n’a changé.
import-file-truncated = Le fichier { $file } s’arrête au milieu d’une fiche, à la ligne { $line } : il est sans doute incomplet. Rien n’a changé.
import-file-too-deep = Le fichier { $file } est imbriqué sur trop de niveaux à la ligne { $line }. Rien n’a changé.
import-file-bad-number = Le fichier { $file } contient à la ligne { $line } un nombre qui n’en est pas un. Rien n’a changé.
import-file-record-too-long = La fiche de la ligne { $line } du fichier { $file } est démesurée, ou ne se termine pas. Rien n’a changé.
import-file-broken = Le fichier { $file } est abîmé, ou protégé par un mot de passe. Enregistrez-le à nouveau. Rien n’a changé.
import-file-wide = Le fichier { $file } a des cellules trop loin : { $rows } lignes et { $columns } colonnes au plus. Supprimez les cellules inutiles. Rien n’a changé.
import-file-unpacked = Le fichier { $file } est démesuré une fois décompressé. Rien n’a changé.
import-file-large = Le fichier { $file } est trop grand : { $most } millions d’octets au plus. Enregistrez-le en CSV. Rien n’a changé.
import-file-old-excel = Le fichier { $file } est un ancien fichier Excel (.xls). Enregistrez-le en .xlsx ou en CSV. Rien n’a changé.
import-file-other = Le fichier { $file } n’est pas un tableau. Il faut un fichier .csv ou .xlsx. Rien n’a changé.
import-file-html = Le fichier { $file } est une page web, sans doute une page d’erreur. Téléchargez-le à nouveau. Rien n’a changé.
import-file-not-csv = Le fichier { $file } n’est pas un tableau correct, à partir de la ligne { $line } : un guillemet ouvert n’y est sans doute pas fermé. Rien n’a changé.
import-file-columns = Dans le fichier { $file }, il manque des colonnes : { $columns }. Rien n’a changé.
import-file-no-columns = Dans le fichier { $file }, aucune ligne ne nomme ses colonnes (nom, adresse, commune…). Ajoutez cette ligne en haut. Rien n’a changé.
import-archive-members = L’archive { $file } doit contenir un seul fichier à lire (.json, .csv ou .xlsx). Rien n’a changé.
import-file-packed = Le fichier { $file } est compressé. Décompressez-le d’abord. Rien n’a changé.
import-file-encoding = Le fichier { $file } n’est pas écrit en UTF-8. Enregistrez-le en UTF-8. Rien n’a changé.
import-file-envelope = Le fichier { $file } est une page d’interface ou un autre format. Il faut une liste de fiches, ou une fiche par ligne. Rien n’a changé.
import-file-unknown = Le fichier { $file } est du JSON que je ne connais pas. Je lis data·inclusion, Soliguide, l’annuaire de l’administration et HSDS. Rien n’a changé.
import-file-calendar = Le fichier { $file } est un agenda : il dit des événements, pas des lieux. Rien n’a changé.
import-file-many = Le fichier { $file } a plus de { $most } fiches. Coupez-le en plusieurs, ou demandez à l’exploitant de l’importer sur la machine. Rien n’a changé.
import-file-fictional = Le fichier { $file } est fait de lieux inventés pour une démonstration : il ne s’importe que sur la machine. Rien n’a changé.
import-not-applied-refused = Rien n’a changé : des fiches sont refusées. Corrigez-les, ou acceptez de les laisser de côté avec --accept-refused.
import-not-applied-heavy = Rien n’a changé : ce serait beaucoup d’un coup pour un département. Une deuxième personne doit lire l’aperçu ; si elle est d’accord, ajoutez --agreed.
import-not-applied-stale = Rien n’a changé : l’annuaire a bougé pendant la lecture. Recommencez.
import-not-applied-real = Rien n’a changé : l’annuaire contient de vraies fiches, la démonstration ne s’y mélange pas.

## Pendant et après
import-reading = Lecture
import-writing = Écriture
import-dry-run = Aperçu seulement : rien n’a été écrit.
import-applied = C’est fait : l’annuaire est à jour. Import n° { $run } ; il s’annule pendant trente jours avec « solipacte directory undo { $run } ».
import-applied-closures = C’est fait : seules des fermetures ont changé. Import n° { $run } ; il s’annule pendant trente jours avec « solipacte directory undo { $run } ».
import-complete-wrong = « { $said } » ne dit pas des départements : écrivez 44,49 ou france.
import-nothing-applied = Rien n’a été écrit : l’annuaire avait déjà tout cela.

## Les imports appliqués

directory-no-runs = Aucun import n’a été appliqué.
directory-run = N° { $run }, { $day }, { $sources } : { $added } ajoutés, { $changed } modifiés, { $withdrawn } retirés{ $closures ->
        [0] .
        [one] , une fermeture changée.
       *[other] , { $closures } fermetures changées.
    }
directory-run-undone = N° { $run }, { $day }, { $sources } : annulé.
directory-undone = L’import n° { $run } est annulé : { $removed } services ajoutés sont partis, { $restored } fiches sont revenues comme avant, dont { $kept } où ce que d’autres ont changé depuis est resté.
directory-edit-unknown = Il n’y a pas d’import n° { $run }. « solipacte directory runs » les donne.
directory-edit-undone-already = L’import n° { $run } est déjà annulé.
directory-edit-too-old = L’import n° { $run } a plus de trente jours : il ne s’annule plus.
