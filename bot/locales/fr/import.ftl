# Ce que dit « solipacte import » à la personne qui tient l’annuaire.

## Ce qui change

import-structures = Structures : { $added } { $added ->
        [one] nouvelle
       *[other] nouvelles
    }, { $changed } { $changed ->
        [one] modifiée
       *[other] modifiées
    }, { $unchanged } sans changement.
import-services = Services : { $added } { $added ->
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
import-withdrawn = { $count ->
        [one] { $count } service n’est plus dans la source : il sera retiré.
       *[other] { $count } services ne sont plus dans la source : ils seront retirés.
    }
import-heavy = Département { $departement } : { $changes } { $changes ->
        [one] service écrit
       *[other] services écrits
    } et { $withdrawn } { $withdrawn ->
        [one] retiré
       *[other] retirés
    }, sur { $held }. Une deuxième personne doit être d’accord.
import-agreed = { $count ->
        [one] { $count } correction que la source dit maintenant aussi : elle n’a plus lieu d’être.
       *[other] { $count } corrections que la source dit maintenant aussi : elles n’ont plus lieu d’être.
    }
import-disputed = { $count ->
        [one] { $count } correction est gardée, mais la source dit maintenant autre chose. À vérifier :
       *[other] { $count } corrections sont gardées, mais la source dit maintenant autre chose. À vérifier :
    }
import-nothing-new = L’annuaire a déjà tout cela : il n’y a rien à changer.
import-example = { $file }, ligne { $line } : { $id } { $detail }

## Ce qui est laissé de côté

import-refused-not-an-object = { $count ->
        [one] { $count } ligne refusée : ce n’est pas une fiche.
       *[other] { $count } lignes refusées : ce ne sont pas des fiches.
    }
import-refused-missing-field = { $count ->
        [one] { $count } fiche refusée : il manque un champ obligatoire.
       *[other] { $count } fiches refusées : il manque un champ obligatoire.
    }
import-refused-wrong-value = { $count ->
        [one] { $count } fiche refusée : un champ n’a pas une valeur permise par le schéma data·inclusion.
       *[other] { $count } fiches refusées : un champ n’a pas une valeur permise par le schéma data·inclusion.
    }
import-refused-duplicate = { $count ->
        [one] { $count } fiche refusée : son identifiant est déjà pris par une ligne d’avant.
       *[other] { $count } fiches refusées : leur identifiant est déjà pris par une ligne d’avant.
    }
import-refused-no-structure = { $count ->
        [one] { $count } service refusé : sa structure n’est ni dans les fichiers ni dans l’annuaire.
       *[other] { $count } services refusés : leur structure n’est ni dans les fichiers ni dans l’annuaire.
    }
import-refused-structure-refused = { $count ->
        [one] { $count } service refusé : sa structure est refusée.
       *[other] { $count } services refusés : leur structure est refusée.
    }

## Ce qui a été réparé

import-mended-field-dropped = { $count ->
        [one] { $count } champ facultatif écarté, parce qu’il était mal écrit.
       *[other] { $count } champs facultatifs écartés, parce qu’ils étaient mal écrits.
    }
import-mended-phone-unreadable = { $count ->
        [one] { $count } téléphone écarté : on ne peut pas le composer.
       *[other] { $count } téléphones écartés : on ne peut pas les composer.
    }
import-mended-position-swapped = { $count ->
        [one] { $count } position remise à l’endroit : latitude et longitude étaient échangées.
       *[other] { $count } positions remises à l’endroit : latitude et longitude étaient échangées.
    }
import-mended-position-dropped = { $count ->
        [one] { $count } position écartée : hors de France, ou loin de la commune. Le centre de la commune la remplace.
       *[other] { $count } positions écartées : hors de France, ou loin de la commune. Le centre de la commune les remplace.
    }
import-mended-place-unknown = { $count ->
        [one] { $count } service dont la commune est introuvable : il ne sera trouvé qu’à distance.
       *[other] { $count } services dont la commune est introuvable : ils ne seront trouvés qu’à distance.
    }
import-mended-no-need = { $count ->
        [one] { $count } service ne répond à aucun besoin connu : on ne le trouvera pas en cherchant.
       *[other] { $count } services ne répondent à aucun besoin connu : on ne les trouvera pas en cherchant.
    }

## Rien n’a été écrit

import-source-not-a-folder = { $source } n’est pas un dossier. Donnez le dossier qui contient structures.json et services.json (ou .ndjson).
import-source-empty = Le dossier { $source } ne contient ni structures.json ni services.json (ou .ndjson).
import-file-unreadable = Le fichier { $file } ne peut pas être lu. Rien n’a changé.
import-file-empty = Le fichier { $file } est vide. Rien n’a changé.
import-file-not-json = Le fichier { $file } n’est pas du JSON correct, à partir de la ligne { $line }. Rien n’a changé.
import-file-truncated = Le fichier { $file } s’arrête au milieu d’une fiche, à la ligne { $line } : il est sans doute incomplet. Rien n’a changé.
import-file-too-deep = Le fichier { $file } est imbriqué sur trop de niveaux à la ligne { $line }. Rien n’a changé.
import-file-bad-number = Le fichier { $file } contient à la ligne { $line } un nombre qui n’en est pas un. Rien n’a changé.
import-file-record-too-long = La fiche de la ligne { $line } du fichier { $file } est démesurée, ou ne se termine pas. Rien n’a changé.
import-file-packed = Le fichier { $file } est compressé. Décompressez-le d’abord. Rien n’a changé.
import-file-encoding = Le fichier { $file } n’est pas écrit en UTF-8. Enregistrez-le en UTF-8. Rien n’a changé.
import-file-envelope = Le fichier { $file } est une page d’interface ou un autre format. Il faut une liste de fiches, ou une fiche par ligne. Rien n’a changé.
import-not-applied-refused = Rien n’a changé : des fiches sont refusées. Corrigez-les, ou acceptez de les laisser de côté avec --accept-refused.
import-not-applied-heavy = Rien n’a changé : ce serait beaucoup d’un coup pour un département. Une deuxième personne doit être d’accord.
import-not-applied-stale = Rien n’a changé : l’annuaire a bougé pendant la lecture. Recommencez.
import-not-applied-real = Rien n’a changé : l’annuaire contient de vraies fiches, la démonstration ne s’y mélange pas.

## Pendant et après
import-reading = Lecture
import-writing = Écriture
import-dry-run = Aperçu seulement : rien n’a été écrit.
import-applied = C’est fait : l’annuaire est à jour.
import-nothing-applied = Rien n’a été écrit : l’annuaire avait déjà tout cela.
