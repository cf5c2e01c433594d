## Ce que lisent les agents de l’État et les éditeurs.

agents-code = Écrivez le code que l’on vous a donné. Il sert une fois, pendant 15 minutes.
agents-code-wrong = Ce code ne donne aucun droit : il est faux, a déjà servi, ou a plus de 15 minutes. Demandez-en un autre à la personne qui vous l’a donné.
agents-not-here = Ici, je ne peux pas savoir qui vous êtes. Écrivez-moi en privé sur Tchap, un autre Matrix ou Telegram.
agents-enrolled = C’est fait. Vous êtes { $role } pour { $place }.
agents-how = Vos droits valent dans cette messagerie, avec ce compte, en privé. Un droit qui ne sert pas s’efface après 365 jours. Ce que vous faites est noté : qui, quoi, quand ; ces lignes restent 365 jours. Pour voir vos droits, écrivez /agent. Pour y renoncer, écrivez /supprimer.
agents-rights = Vos droits :
agents-right = – { $role }, { $place }
agents-no-command = Aucune commande ne leur est encore ouverte.
agents-elsewhere = Vos droits ne vont pas jusqu’à ce territoire. Pour voir vos droits, écrivez /agent.
agents-no-contact = Les documents ne donnent aucun contact propre à votre territoire.
agents-forget = Vous perdrez aussi vos droits d’agent. Ce que vous avez fait avec eux reste noté.
data-agent = Droit d’agent : { $role }, { $place }, donné à { $label }
agents-france = toute la France
agents-does-contact = /contact : corriger les contacts du pacte

role-editor = éditeur de l’annuaire
role-officer = agent
role-approver = valideur
role-commissaire = commissaire
role-national = agent national
role-operator = exploitant
role-reader = lecteur des comptes

agents-invited = Code pour { $label }, { $role }, { $place } : { $code }
agents-invited-how = Il sert une fois, pendant 15 minutes. Donnez-le de vive voix ou par un moyen sûr. La personne écrit au robot, en privé : /habilitation { $code }
agents-role-unknown = Rôle inconnu : { $role }. Choisissez : { $roles }.
agents-territory-unknown = Territoire inconnu : { $territory }. Écrivez dep-44, reg-52 ou france.
agents-listed = { $name } · { $role } · { $place } · { $label } · depuis le { $since }, servi le { $used }
agents-none = Personne n’a de droits.
agents-revoked = Le droit { $name } est retiré. C’est noté.
agents-revoke-unknown = Aucun droit ne s’appelle { $name }. La liste : solipacte agents list.
agents-audited = { $number } · { $at } · { $actor } · { $action } · { $target } · { $place }
agents-audit-machine = la machine
agents-audit-whole = Le journal est entier : { $count } lignes, la dernière a le sceau { $seal }. Notez-le ailleurs : une copie plus ancienne remise en place se verra.
agents-audit-empty = Le journal est vide.
agents-audit-broken = Le journal a été modifié : { $what }. Gardez une copie de la base et cherchez qui y a accès.
agents-audit-changed = la ligne { $number } n’est plus telle qu’elle a été écrite
agents-audit-cut = des lignes manquent à la fin, après la ligne { $number }
agents-audit-unsigned = la signature de la fin manque
