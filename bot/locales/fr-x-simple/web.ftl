# La page, en français simple : des phrases courtes, une idée par phrase.

web-title = Solipacte
web-page-title = Solipacte : trouver de l’aide près de chez vous
web-description = Un robot pour trouver de l’aide près de chez vous.
web-answer-title = Réponse, Solipacte
web-notice-title = À reprendre, Solipacte
web-skip = Aller au texte de la page
web-skip-field = Aller à la case pour écrire
web-robot = Je suis un robot. Je ne suis pas les secours.
web-danger = En cas de danger
web-call = En danger ? Appelez le 112
web-write = Sans parler ? SMS au 114
web-leave = Quitter vite
web-languages = Langue
web-language-fr = Français
web-language-fr-x-simple = Français simple
web-language-en = English
web-language-ar = العربية
web-language-es = Español
web-language-uk = Українська

web-heading = Parler avec le robot
web-log = Conversation
web-welcome =
    Bonjour. Que cherchez-vous ? Dans quelle ville ?
    Écrivez-le. Par exemple : « douche à Nantes ».

    Vous faites des fautes ? Ce n’est pas grave. Vous pouvez aussi choisir :
web-example-eat = Je cherche à manger
web-example-sleep = Où dormir ce soir ?
web-example-wash = Je cherche une douche
web-example-care = Je veux voir un médecin
web-example-papers = J’ai besoin d’aide pour mes papiers
web-example-talk = Je veux parler à quelqu’un
web-promise = Je ne garde pas vos messages.
web-who-you = Vous
web-who-robot = Le robot
web-who-page = Solipacte
web-said-position = J’ai dit où je suis.
web-said-nothing = (rien d’écrit)
web-field = Écrivez ici
web-send = Envoyer
web-here = Dire où je suis
web-wipe = Effacer l’écran
web-writing = Le robot écrit…
web-seeking = Je cherche où vous êtes…
web-again = Essayer encore
web-download = Prendre le fichier { $name }
web-back = Parler avec le robot

web-notice-danger = En danger ? Appelez le 112. Vous ne pouvez pas parler ? Écrivez un SMS au 114. Vous dormez dehors ce soir ? Appelez le 115.
web-notice-network = Le message n’est pas parti. Internet est peut-être coupé. Votre texte est encore là.
web-notice-nowhere = Je ne sais pas où vous êtes. Ce n’est pas grave. Écrivez le nom de votre ville.
web-notice-absent =
    Cette page n’existe pas. Ou le lien ne marche plus.

    Écrivez plus bas ce que vous cherchez.
web-notice-method = Cette page ne s’ouvre pas comme ça. Écrivez votre message plus bas.
web-notice-heavy = C’est trop gros pour moi. Écrivez une petite phrase. Que cherchez-vous ? Dans quelle ville ?
web-notice-long = Votre message est trop long pour moi. Écrivez une petite phrase. Que cherchez-vous ? Dans quelle ville ?
web-notice-wrong = Je n’ai pas compris. Écrivez votre message plus bas.
web-notice-forged =
    Je n’ai pas lu votre message. C’est pour votre sécurité. La page était ouverte depuis longtemps.

    Envoyez votre message encore une fois.
web-notice-hurried = Vous écrivez très vite. Attendez une minute. Puis envoyez encore votre message.
web-notice-broken = Il y a un problème chez nous. Essayez encore un peu plus tard.

web-follow-up = Votre recherche
web-follow-up-note = Voici la réponse d’aujourd’hui. Ce lien est secret. Ne le donnez pas à tout le monde.
web-follow-up-results = Réponse
web-to-complete = à compléter par l’exploitant

web-accessibility = Accessibilité : non conforme
web-accessibility-heading = Ce site est-il pour tout le monde ?
web-accessibility-state-title = Ce que dit la loi
web-accessibility-state =
    Nous voulons un site que tout le monde peut utiliser. C’est la loi : article 47 de la loi n° 2005-102 du 11 février 2005.

    La loi donne des règles. Elles s’appellent RGAA, version 4.1. Aujourd’hui, le site est non conforme : personne d’extérieur n’a encore vérifié toutes les règles.
web-accessibility-results-title = Ce que nous avons vérifié
web-accessibility-results =
    Nous avons vérifié nous-mêmes. Un programme, axe-core, cherche les défauts. Il n’en trouve pas. Mais il ne voit pas tout.

    Nous essayons aussi : le clavier seul, les petits écrans, les couleurs claires et sombres, l’arabe, et le site sans JavaScript.
web-accessibility-limits-title = Ce qui peut vous gêner
web-accessibility-limits =
    Le site n’a pas encore été essayé par des personnes aveugles. Il n’a pas encore été relu par des personnes concernées.

    Les noms et les adresses restent en français. Les liens ouvrent un nouvel onglet. Les autres sites ne sont pas à nous.
web-accessibility-making-title = Date de cette page
web-accessibility-making = Cette page a été écrite le { $date }. Le site est fait avec HTML, CSS et JavaScript. Il marche sans JavaScript. Nous l’avons essayé avec Chromium et axe-core.
web-accessibility-contact-title = Nous écrire
web-accessibility-contact = Vous n’arrivez pas à utiliser ce site ? Dites-le-nous. Nous chercherons une autre façon de vous répondre. Contact : { $contact }
web-accessibility-recourse-title = Si nous ne répondons pas
web-accessibility-recourse =
    Vous pouvez demander de l’aide au Défenseur des droits. C’est gratuit. Vous pouvez :

    - lui écrire : https://formulaire.defenseurdesdroits.fr/
    - voir une personne près de chez vous : https://www.defenseurdesdroits.fr/saisir/delegues
    - lui envoyer une lettre, sans timbre : Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.

web-legal = Qui fait ce site, et votre vie privée
web-legal-heading = Qui fait ce site, et votre vie privée
web-legal-robot-title = C’est un robot
web-legal-robot = Vous parlez à un robot. Personne ne lit ce que vous écrivez. Le robot peut se tromper. Appelez le lieu avant d’y aller. En danger, appelez le 112. Vous ne pouvez pas parler ? Écrivez un SMS au 114.
web-legal-publisher-title = Qui fait ce site
web-legal-publisher =
    Ce site est fait par : { $publisher }

    La personne responsable : { $director }

    Pour nous écrire : { $contact }
web-legal-hosting-title = Où est le site
web-legal-hosting = Le site est sur les ordinateurs de : { $hosting }
web-legal-kept-title = Ce que nous gardons
web-legal-kept =
    Nous ne gardons pas vos messages. Nous ne gardons pas votre nom. Nous ne gardons pas votre position.

    - Nous gardons la conversation en cours : la ville, la langue. Après { $hours } heures sans message, nous l’effaçons.
    - Nous gardons vos choix : la langue, le département. Après { $days } jours sans message, nous les effaçons.
    - Sur Telegram et Matrix, votre message attend un petit moment, caché. Nous répondons, puis nous l’effaçons. Il reste un numéro qui ne parle pas de vous : { $event } jours, et { $send } jours pour la réponse.
    - Nous gardons une recherche seulement si vous le demandez. Après { $search } jours, nous l’effaçons.
    - Vos rappels, si vous en voulez : jusqu’à ce que vous arrêtiez, ou { $reminders } jours. Une adresse pas encore confirmée : { $mail } jours.
    - Vos alertes, si vous en voulez : jusqu’à ce que vous arrêtiez, ou { $alert } jours.
    - Le lieu dont vous êtes responsable : jusqu’à ce que vous arrêtiez, ou { $steward } jours après votre réponse.
    - Votre idée pour le pacte, si vous en envoyez une : jusqu’à ce que vous la retiriez, ou { $offer } jours sans nouvelles, { $year } jours au plus. Pas encore envoyée : { $draft } jours.
    - Une erreur que vous signalez : 30 jours après la réponse, { $report } jours au plus.
    - Vous effacez tout ? Nous gardons une marque, sans nom, pendant { $erasure } jours.
    - Nous gardons des copies du système et un journal des pannes. Vos messages n’y sont pas. Après { $journal } jours, nous les effaçons.
    - Nous comptons les messages par jour. Ces nombres ne parlent pas de vous.

    Pour voir ce que nous gardons, écrivez /mesdonnees. Pour tout effacer, écrivez /supprimer.
web-legal-cookie-title = Un seul cookie
web-legal-cookie = Un cookie est un petit fichier. Le nôtre contient un nom inventé. Il aide le robot à suivre la conversation. Il disparaît après { $hours } heures sans message. Il n’y a pas de publicité.
web-legal-position-title = Où vous êtes
web-legal-position = Nous cherchons où vous êtes seulement si vous appuyez sur « Dire où je suis ». Nous ne le gardons pas.
web-legal-rights-title = Vos droits
web-legal-rights = Vous pouvez voir, corriger ou effacer ce qui parle de vous. Écrivez à cette personne : { $officer }. Vous pouvez aussi écrire à la CNIL : https://www.cnil.fr/fr/plaintes
web-legal-sources-title = D’où viennent les adresses
web-legal-sources = Les adresses viennent de listes publiques : data·inclusion. Les villes viennent de l’Insee. Le programme est libre : licence MIT.

web-privacy = Vos données
web-privacy-heading = Vos données
web-privacy-kept-title = Ce que nous gardons
web-privacy-kept =
    Nous ne gardons pas vos messages. Nous ne gardons pas votre nom. Nous ne gardons pas où vous êtes.

    - Nous gardons la conversation { $hours } heures.
    - Nous gardons votre langue et votre département { $days } jours.
    - Vous gardez une recherche ? Nous l’effaçons après { $search } jours.
    - Vous voulez des rappels ? Nous gardons votre adresse. Vous dites stop : nous l’effaçons.
    - Vous envoyez une idée ? Nous gardons vos mots et votre nom sous clé. Vous la retirez : nous effaçons tout.
web-privacy-why-title = Pourquoi
web-privacy-why = C’est pour vous aider. C’est tout. Il n’y a pas de publicité. Nous ne vendons rien.
web-privacy-who-title = Qui peut les voir
web-privacy-who = Personne ne lit vos messages. Vous envoyez une idée pour le pacte ? Des agents de l’État la lisent. Votre nom est caché. Vos recherches sont sous clé.
web-privacy-elsewhere-title = Ce que d’autres gardent
web-privacy-elsewhere = Telegram garde la conversation. Matrix aussi. Vous pouvez la supprimer là-bas. Cette page ne garde rien. Son cookie s’efface après { $hours } heures.
web-privacy-rights-title = Ce que vous pouvez faire
web-privacy-rights =
    Dans la conversation, écrivez :

    - « mes données » pour tout voir
    - « effacer » pour tout effacer
    - « stop » pour ne plus rien recevoir

    Une question ? Écrivez à { $officer }. Cela ne va pas ? Écrivez à la CNIL : https://www.cnil.fr/fr/plaintes

web-agenda = Les rendez-vous
web-agenda-dates = Les dates
web-agenda-which = Choisissez un endroit.
web-agenda-follow = Mettre dans votre agenda
web-agenda-how = Copiez cette adresse dans votre agenda. Il se mettra à jour tout seul.
web-agenda-others = Les autres endroits

web-subscription = Rappels par courriel
web-subscription-agree = Voulez-vous des rappels : { $what } ? Je garde votre adresse sous clé. Vous pouvez arrêter quand vous voulez.
web-subscription-agree-button = Oui
web-subscription-agreed = C’est fait. Je vous écris un jour avant chaque date. Je n’écris jamais la nuit.
web-subscription-gone = Ce lien ne marche plus. Pour recommencer, écrivez « recevoir des rappels » dans la conversation.
web-subscription-end = Voulez-vous tout arrêter ? J’efface votre adresse.
web-subscription-end-button = Tout arrêter
web-subscription-ended = C’est fini. Je ne vous écris plus. Votre adresse est effacée.
web-agenda-filter = Choisir des dates
web-agenda-month = Le mois
web-agenda-any-month = Tous les mois
web-agenda-axis = L’axe du pacte
web-agenda-any-axis = Tous les axes
web-agenda-words = Un mot du titre ou du lieu
web-agenda-apply = Chercher
web-agenda-clear = Tout voir
