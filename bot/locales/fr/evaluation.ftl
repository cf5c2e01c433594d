## L’évaluation (solipacte evaluate) et les questions en série (solipacte ask --jsonl) : outils des rédacteurs.

# Fichiers et lignes illisibles
evaluation-bad-line = { $file }, ligne { $line } : { $why }
evaluation-bad-input-line = ligne { $line } : { $why }
evaluation-not-json = cette ligne n’est pas du JSON lisible (un objet entre accolades, en UTF-8, sur une seule ligne).
evaluation-no-question = il faut un objet avec soit « question », soit « utterance ».
evaluation-bad-fields = { $count ->
    [one] le champ { $fields } manque ou n’a pas la forme attendue.
   *[other] les champs { $fields } manquent ou n’ont pas la forme attendue.
}
evaluation-same-id = l’identifiant { $id } est déjà celui de la ligne { $first }.
evaluation-no-file = { $file } : impossible de lire ce fichier ({ $why }).
evaluation-empty-file = { $file } : aucune question dans ce fichier.
evaluation-nothing-asked = Rien n’a été demandé au robot : corrigez d’abord ces lignes.

# Titres
evaluation-help-title = Demandes d’aide : { $count }
evaluation-qa-title = Questions sur le pacte : { $count }
evaluation-failures-title = Échecs : { $count }
evaluation-failures-hidden = … et { $count } autres, non affichés.
evaluation-measure = Mesure
evaluation-share = Part
evaluation-right = Justes
evaluation-key-none = (aucun)
evaluation-nothing-counted = sans objet
evaluation-percent = { NUMBER($share, style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1) }

# Mesures des demandes d’aide
evaluation-all_right = Tout juste
evaluation-theme_hit = Thème trouvé
evaluation-theme_all = Tous les thèmes
evaluation-theme_first = Premier thème
evaluation-theme_precision = Précision des thèmes
evaluation-commune = Commune
evaluation-emergency = Urgence
evaluation-emergency_recall = Urgences reconnues
evaluation-false_alarm_rate = Fausses alertes
evaluation-missed = Urgences manquées, à lire une à une : { $ids }
evaluation-false-alarms = Fausses alertes : { $ids }

# Mesures des questions sur le pacte
evaluation-correct = Justes
evaluation-partial = Crédit partiel
evaluation-abstention-precision = Précision des abstentions
evaluation-abstention-recall = Rappel des abstentions
evaluation-cited = Sources justes
evaluation-only-wrong-value = Tout y est, mais une valeur fausse aussi : { $ids }
evaluation-near-values = Abstentions à relire (elles citent une valeur voisine) : { $ids }
evaluation-alarms = Numéro d’urgence donné à une simple question : { $ids }

# Détails
evaluation-by-language = Par langue
evaluation-by-theme = Par thème attendu
evaluation-by-emergency = Par urgence
evaluation-by-commune_case = Par cas de commune
evaluation-by-kind = Par nature
evaluation-by-style = Par style
evaluation-by-seed = Par document
evaluation-by-expect = Par attente
evaluation-by-context = Questions de suite
evaluation-key-known = nommée
evaluation-key-none-named = non nommée
evaluation-key-ambiguous = ambiguë
evaluation-key-answer = réponse
evaluation-key-abstain = abstention
evaluation-key-follow-up = de suite
evaluation-key-alone = isolée

# Raisons d’un échec
evaluation-after = (après : { $context })
evaluation-wrong-theme = thème : attendu { $expected }, reçu { $got }
evaluation-wrong-commune = commune : attendue { $expected }, reçue { $got }
evaluation-should-ask = commune : il fallait demander laquelle, reçue { $got }
evaluation-wrong-emergency = urgence : attendue { $expected }, reçue { $got }
evaluation-silent = sans réponse
evaluation-should-abstain = a répondu alors qu’il fallait s’abstenir
evaluation-wrongly-abstained = s’est abstenu à tort
evaluation-missing = manque { $groups }
evaluation-wrong-value = contient à tort { $values }

# Verdict
evaluation-below = Sous le seuil de { $minimum } %, ou une urgence a été manquée.
