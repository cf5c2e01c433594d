## Le pacte : réponses tirées des documents, ce que le robot ne sait pas, calendrier.

pact-source = Source : { $document } ({ $date }).
pact-ours = Le sens de ce sigle n’est pas imprimé dans les documents : il est ajouté par l’équipe du robot.
pact-wide = Pour { $place }, les documents ne disent rien de particulier. Voici ce qu’ils disent plus largement.
pact-for = Je réponds pour { $place }.
pact-documents = Texte des documents :
pact-simply = En mots simples :
pact-full = Le texte complet :
pact-line = { $place } : { $value }
pact-line-of = { $place } : { $value } ({ $of })
pact-most = Le plus élevé : { $place }, { $value }. Ensuite vient { $next }, { $other }.
pact-least = Le plus bas : { $place }, { $value }. Ensuite vient { $next }, { $other }.
pact-between = { $place } ({ $value }) dépasse { $next } ({ $other }).
pact-equal = { $place } et { $next } ont la même valeur : { $value }.
pact-sum = Somme simple, calculée par le robot et non par les documents : { $total } ({ $parts }).
pact-check = à vérifier : pas confirmé depuis 12 mois
pact-and-pact = Ce que le Pacte des solidarités dit à ce sujet :
pact-more-questions = Vous avez posé plusieurs questions : j’ai répondu aux deux premières. Posez-moi les autres une par une.

pact-choice-more = La suite
pact-choice-simple = En mots simples
pact-choice-full = Le texte complet
pact-choice-useful = Cette réponse m’aide
pact-choice-useless = Elle ne m’aide pas
pact-choice-ask = Poser une autre question
pact-useful = Merci, c’est noté.
pact-useless = Merci, c’est noté. Écrivez votre question autrement, ou plus précisément : un territoire, un axe, un sigle.
pact-no-more = C’est tout ce que je sais là-dessus.
pact-nothing-before = Posez-moi d’abord une question sur le Pacte des solidarités. Par exemple : « axe 4 », « contrat de la Sarthe », « c’est quoi le FSL ? ».

pact-unknown-subject = Je ne sais pas : les documents que j’ai sur le Pacte des solidarités n’en parlent pas, et je n’invente jamais une réponse.
pact-unknown-territory = Je ne sais pas : mes documents ne disent pas cela pour { $place }.
pact-unknown-value = Je ne sais pas : mes documents parlent du sujet, mais ne donnent pas ce que vous demandez.
pact-unknown-person = Je ne sais pas : mes documents ne donnent pas ce nom.
pact-unknown-axis = Je ne sais pas : le Pacte des solidarités a quatre axes, de 1 à 4.
pact-unknown-year = Je ne sais pas : mes documents ne parlent pas de { $year } sur ce sujet.
pact-held-near = Ils parlent de ceci, qui est proche :
pact-held-territories = Ils le disent pour : { $places }.
pact-contact = Pour une question sur le pacte, écrivez à { $who } : { $contact } (source : { $source }, { $date } ; { $check }).
pact-contact-person = Pour une question sur le pacte, votre interlocuteur est { $who } (source : { $source }, { $date } ; { $check }).
pact-contact-national = Pour une question sur le pacte, demandez à la direction départementale de l’emploi, du travail et des solidarités (DDETS) de votre département.

pact-scope-weather = Je ne donne pas la météo. Je réponds sur le Pacte des solidarités, et je trouve de l’aide près de chez vous.
pact-scope-sport = Je ne parle pas de sport. Je réponds sur le Pacte des solidarités, et je trouve de l’aide près de chez vous.
pact-scope-fun = Je ne sais pas faire cela. Je réponds sur le Pacte des solidarités, et je trouve de l’aide près de chez vous.
pact-scope-politics = Je ne donne pas d’avis politique. Je réponds sur ce que disent les documents du Pacte des solidarités, et je trouve de l’aide près de chez vous.
pact-scope-world = Ce n’est pas mon sujet. Je réponds sur le Pacte des solidarités, et je trouve de l’aide près de chez vous.
pact-scope-medical = Je ne donne pas de conseil médical. Demandez à un médecin ou à un pharmacien ; la nuit et le week-end, un médecin répond au 116 117 dans certaines régions, sinon le 15. Je peux chercher un lieu de soins près de chez vous.
pact-scope-legal = Je ne donne pas de conseil juridique. Dans un point-justice, un juriste répond gratuitement (3039). Je peux en chercher un près de chez vous.
pact-scope-entitlement = Je ne peux pas calculer vos droits. Un travailleur social, la CAF ou une maison France services le feront avec vous. Je peux chercher qui vous aide près de chez vous.
pact-scope-search = Chercher près de chez moi

pact-ask-departement = Dans quel département êtes-vous ? Je vous donnerai d’abord ce qui vaut chez vous. Vous pouvez aussi poser une autre question.
pact-departement-set = C’est noté : { $place }. Je donnerai d’abord ce qui vaut chez vous. Pour changer, écrivez « /departement 44 ».
pact-departement-unknown = Je ne connais pas ce département. Écrivez son nom ou son numéro, par exemple : « /departement 44 ».
pact-departement-now = Votre département : { $place }. Pour en changer, écrivez « /departement 44 » ; pour l’oublier, « /departement non ».
pact-departement-none = Je ne connais pas votre département. Écrivez « /departement 44 », ou son nom.
pact-departement-forgotten = D’accord, je n’en tiens plus compte.
pact-question-kept = Dernière question sur le pacte : { $titles } (effacée après 24 heures sans message)

agenda-title = Calendrier des solidarités : { $filters }
agenda-all = tous les territoires
agenda-none = Je ne sais pas : mes documents n’annoncent aucun événement pour : { $filters }.
agenda-past = C’est passé.
agenda-all-past = Tous ces événements sont passés : je ne connais pas encore les suivants.
agenda-line = { $date } : { $title }
agenda-hour = à { $hour }
agenda-online = en visioconférence
agenda-organiser = organisation : { $who }
agenda-registration = inscription : { $how }
agenda-choice-file = Le fichier pour mon agenda
agenda-axes = axe { $axes } du pacte
agenda-cancelled = Annulé.
agenda-announced = Source : les agents de l’État du territoire, { $date }.
agenda-file = Voici le fichier à ouvrir avec votre agenda.
agenda-feed = Pour que votre agenda suive aussi les changements, abonnez-le à cette adresse : { $url }
agenda-none-coming = Je ne connais pas encore de date à venir.
agenda-none-matching = Aucune date à venir ne correspond à votre choix.
agenda-over = Ce qui est passé :
agenda-no-file = Ces événements n’ont pas de date précise : il n’y a pas de fichier à donner.
agenda-more = { $count ->
    [one] Un autre événement n’est pas montré : précisez le mois ou le sujet.
   *[other] { $count } autres événements ne sont pas montrés : précisez le mois ou le sujet.
}

contact-saved = C’est noté : { $who }, { $address }, vérifié aujourd’hui.
contact-list = Les contacts que l’on peut corriger. Écrivez « /contact identifiant nouvelle-adresse », ou « /contact identifiant confirmé ».
contact-unknown = Je ne connais pas ce contact. Écrivez « /contact » pour voir la liste.
contact-bad = Cette adresse ne convient pas. Écrivez une adresse de courriel, par exemple : « /contact { $id } equipe@exemple.gouv.fr ».
pact-checked = vérifié récemment
pact-title = { $title } :
