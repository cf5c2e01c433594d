broader = Je n’ai rien trouvé pour : { $need }, près de { $place }. Voici plus largement : { $theme }.
nearest-far = Le lieu le plus proche est loin : appelez avant d’y aller.
sent-by = Pour y être orienté : { $name }, { $place } ({ $distance }). { $opening }
