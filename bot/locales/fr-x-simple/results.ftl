broader = Je n’ai rien trouvé pour : { $need }. Voici d’autres lieux : { $theme }.
nearest-far = Ce lieu est loin. Appelez avant d’y aller.
sent-by = Vous pouvez demander ici : { $name }, { $place } ({ $distance }). { $opening }
relaxed = Je n’ai pas de lieu pour : { $publics }. Voici d’autres lieux. Appelez avant d’y aller.
also-told = Aussi dans : { $sources }
