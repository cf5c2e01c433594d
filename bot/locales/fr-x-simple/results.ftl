broader = Je n’ai rien trouvé pour : { $need }. Voici d’autres lieux : { $theme }.
nearest-far = Ce lieu est loin. Appelez avant d’y aller.
sent-by = Vous pouvez demander ici : { $name }, { $place } ({ $distance }). { $opening }
