broader = Je n’ai rien trouvé pour : { $need }, près de { $place }. Voici plus largement : { $theme }.
nearest-far = Le lieu le plus proche est loin : appelez avant d’y aller.
sent-by = Pour y être orienté : { $name }, { $place } ({ $distance }). { $opening }
relaxed = Aucun lieu n’est marqué pour : { $publics }. Voici les autres : lisez pour qui ils sont, ou appelez.
also-told = Aussi dans : { $sources }
