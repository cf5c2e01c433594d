# The web page. The same names and values in every language (a test holds it).

web-title = Solipacte
web-page-title = Solipacte : trouver de l’aide près de chez vous
web-description = Un robot qui aide à trouver un repas, un abri, une douche, un soin ou une démarche près de chez vous.
web-answer-title = Réponse, Solipacte
web-notice-title = À reprendre, Solipacte
web-skip = Aller au contenu
web-skip-field = Aller au champ de message
web-robot = Je suis un robot, pas un service d’urgence.
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
    Bonjour. Écrivez ce que vous cherchez et où, avec vos mots : « douche à Nantes », « j’ai faim 59100 ».

    Les fautes ne gênent pas. Vous pouvez aussi choisir ici :
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
web-said-position = J’ai partagé ma position.
web-said-nothing = (rien d’écrit)
web-field = Votre message
web-send = Envoyer
web-here = Partager ma position
web-wipe = Effacer l’écran
web-writing = Le robot écrit…
web-seeking = Recherche de votre position…
web-again = Réessayer
web-download = Télécharger { $name }
web-back = Aller à la conversation

web-notice-danger = En danger ? Appelez le 112. Vous ne pouvez pas parler ? Écrivez un SMS au 114. Pas d’abri ce soir ? Appelez le 115.
web-notice-network = Le message n’est pas parti. La connexion est peut-être coupée. Votre texte n’est pas perdu.
web-notice-nowhere = Je n’ai pas pu lire votre position. Ce n’est pas grave : écrivez le nom de votre ville ou votre code postal.
web-notice-absent =
    Cette page n’existe pas, ou ce lien ne marche plus.

    Vous pouvez écrire ci-dessous ce que vous cherchez.
web-notice-method = Cette page ne s’ouvre pas ainsi. Vous pouvez écrire votre message ci-dessous.
web-notice-heavy = C’est trop gros pour moi. Écrivez une ou deux phrases : ce que vous cherchez, et où.
web-notice-long = Votre message est trop long pour moi. Écrivez une ou deux phrases : ce que vous cherchez, et où.
web-notice-wrong = Je n’ai pas compris ce que la page m’a envoyé. Écrivez votre message ci-dessous.
web-notice-forged =
    Par sécurité, votre message n’a pas été lu : la page est restée ouverte longtemps, ou le navigateur refuse les cookies.

    Envoyez-le encore une fois avec le bouton ci-dessous.
web-notice-hurried = Vous écrivez très vite. Attendez une minute, puis envoyez encore votre message.
web-notice-broken = Quelque chose s’est mal passé de notre côté. Essayez encore dans quelques instants.

web-follow-up = Votre recherche gardée
web-follow-up-note = Voici la réponse d’aujourd’hui. Ce lien est secret : toute personne qui l’a peut voir cette page.
web-follow-up-results = Réponse
web-to-complete = à compléter par l’exploitant

web-accessibility = Accessibilité : non conforme
web-accessibility-heading = Déclaration d’accessibilité
web-accessibility-state-title = État de conformité
web-accessibility-state =
    Ce site veut être utilisable par tout le monde, conformément à l’article 47 de la loi n° 2005-102 du 11 février 2005. Cette déclaration s’applique à la conversation et aux pages de ce site.

    Le site n’est pas déclaré conforme au référentiel général d’amélioration de l’accessibilité (RGAA), version 4.1 : aucun audit complet n’a encore été fait par une personne extérieure.
web-accessibility-results-title = Ce qui a été vérifié
web-accessibility-results =
    Nous avons fait une auto-évaluation. Les pages sont vérifiées par un programme (axe-core), qui n’y trouve pas de défaut ; un tel programme ne voit qu’une partie des défauts.

    Sont aussi essayés à chaque version : le clavier seul, l’usage sans JavaScript, un écran de 320 pixels de large, les couleurs claires et sombres, l’écriture de droite à gauche.
web-accessibility-limits-title = Ce qui peut gêner
web-accessibility-limits =
    Le site n’a pas encore été essayé avec des personnes qui utilisent un lecteur d’écran, ni relu par des personnes concernées.

    Les réponses contiennent des noms et des adresses en français, même quand la conversation est dans une autre langue. Les liens vers d’autres sites s’ouvrent dans un nouvel onglet ; nous ne répondons pas de l’accessibilité de ces sites.
web-accessibility-making-title = Établissement de cette déclaration
web-accessibility-making = Déclaration établie le { $date }. Technologies : HTML, CSS, JavaScript (facultatif). Essais : navigateur Chromium, axe-core.
web-accessibility-contact-title = Retour d’information et contact
web-accessibility-contact = Si vous n’arrivez pas à utiliser ce site, dites-le-nous : nous chercherons une autre façon de vous répondre. Contact : { $contact }
web-accessibility-recourse-title = Voies de recours
web-accessibility-recourse =
    Vous nous avez signalé un défaut et vous n’avez pas eu de réponse satisfaisante ? Vous pouvez :

    - écrire au Défenseur des droits : https://formulaire.defenseurdesdroits.fr/
    - rencontrer son délégué dans votre département : https://www.defenseurdesdroits.fr/saisir/delegues
    - lui envoyer un courrier (gratuit, sans timbre) : Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.

web-legal = Mentions légales et vie privée
web-legal-heading = Mentions légales et vie privée
web-legal-robot-title = Un robot, pas un service d’urgence
web-legal-robot = Ce site est un robot : aucun agent ne lit ce que vous écrivez au moment où vous l’écrivez. Il peut se tromper. Avant de vous déplacer, appelez le lieu indiqué. En danger, appelez le 112, ou écrivez un SMS au 114.
web-legal-publisher-title = Éditeur
web-legal-publisher =
    Éditeur et responsable du traitement : { $publisher }

    Direction de la publication : { $director }

    Contact : { $contact }
web-legal-hosting-title = Hébergement
web-legal-hosting = Hébergeur : { $hosting }
web-legal-kept-title = Ce que nous gardons, et combien de temps
web-legal-kept =
    Nous ne gardons ni vos messages, ni votre nom, ni votre position, sauf ce que vous mettez dans une proposition que vous envoyez.

    - La conversation en cours (où vous en êtes, la commune, la langue) : { $hours } heures sans message.
    - Vos préférences, si vous en choisissez (langue, français simple, département) : { $days } jours sans message.
    - Sur Telegram et Matrix, votre message attend sa réponse quelques instants, chiffré ; il est effacé dès qu’il a sa réponse. Reste un numéro brouillé, qui ne mène à personne : { $event } jours, et { $send } jours pour la réponse.
    - Une recherche que vous demandez de garder (le besoin et le lieu) : { $search } jours.
    - Un abonnement aux rappels, si vous le demandez (compte ou adresse, chiffrés ; ce que vous choisissez ; la langue) : jusqu’à ce que vous arrêtiez, sinon { $reminders } jours. Une adresse de courriel pas encore confirmée : { $mail } jours.
    - Une recherche pour laquelle vous voulez être prévenu (chiffrés : la recherche, les lieux déjà connus, où vous écrire ; la langue) : jusqu’à ce que vous l’arrêtiez, sinon { $alert } jours.
    - Un lieu dont vous êtes responsable, si vous acceptez un code (le lieu, les dates de vos réponses ; la langue ; chiffré : où vous écrire) : jusqu’à ce que vous arrêtiez, sinon { $steward } jours après votre dernière réponse.
    - Une proposition de participer au pacte, si vous en envoyez une (vos réponses ; chiffrés : vos mots, votre nom, votre contact) : jusqu’à ce que vous la retiriez, sinon { $offer } jours après le dernier échange, { $year } jours au plus. En cours d’écriture : { $draft } jours.
    - Une erreur de l’annuaire que vous signalez (le lieu, ce qui est faux ; chiffrés : votre mot, où vous répondre) : 30 jours après qu’elle est traitée, { $report } jours au plus.
    - La trace d’un effacement, sans nom, pour qu’une sauvegarde ne fasse rien revenir : { $erasure } jours.
    - Les sauvegardes et le journal technique (durées, erreurs, sans ce que vous écrivez) : { $journal } jours.
    - Des comptages par jour, qui ne disent rien d’une personne.

    Pour voir ce que nous avons sur vous, écrivez /mesdonnees dans la conversation ; pour tout effacer, écrivez /supprimer.
web-legal-cookie-title = Un seul cookie
web-legal-cookie = Un cookie porte un nom tiré au hasard, pour que le robot suive la conversation. Il est nécessaire au service et disparaît après { $hours } heures sans message. Il n’y a ni publicité, ni mesure d’audience, ni fichier venu d’un autre site.
web-legal-position-title = Votre position
web-legal-position = Votre position n’est lue que si vous appuyez sur « Partager ma position ». Elle est arrondie à une centaine de mètres, sert à répondre, puis elle est oubliée.
web-legal-rights-title = Vos droits
web-legal-rights = Vous pouvez demander à voir, corriger ou effacer ce qui vous concerne. Délégué à la protection des données : { $officer }. Vous pouvez aussi écrire à la CNIL : https://www.cnil.fr/fr/plaintes
web-legal-sources-title = Sources
web-legal-sources = Les adresses viennent d’annuaires publics (data·inclusion et ses contributeurs) ; les communes, du code officiel géographique de l’Insee. Le logiciel est libre, sous licence MIT.

web-privacy = Vos données personnelles
web-privacy-heading = Vos données personnelles
web-privacy-kept-title = Ce que nous gardons
web-privacy-kept =
    Nous ne gardons ni vos messages, ni votre nom, ni votre position, sauf ce que vous mettez dans une proposition que vous envoyez.

    - La conversation en cours, pour la suivre : { $hours } heures sans message.
    - Ce que vous choisissez (la langue, le département) : { $days } jours sans message.
    - Une recherche, si vous demandez de la garder : { $search } jours.
    - Un abonnement aux rappels, si vous le demandez : jusqu’à ce que vous arrêtiez.
    - Une proposition au pacte, si vous l’envoyez : vos mots, votre nom, votre contact, chiffrés. Jusqu’à ce que vous la retiriez, un an au plus.
web-privacy-why-title = Pourquoi
web-privacy-why = Pour vous répondre, et pour envoyer les rappels que vous demandez. Il n’y a ni publicité, ni vente, ni fichier sur votre vie.
web-privacy-who-title = Qui peut les voir
web-privacy-who = Aucun agent ne lit ce que vous écrivez, sauf une proposition que vous choisissez d’envoyer. Votre compte est remplacé par un numéro brouillé. Votre adresse et vos recherches sont chiffrées : qui vole la base de données ne peut pas les lire.
web-privacy-elsewhere-title = Ce que d’autres gardent
web-privacy-elsewhere = Telegram et le serveur Matrix gardent la conversation de leur côté : effacez-la aussi là-bas. Cette page ne garde rien. Son seul cookie disparaît après { $hours } heures sans message.
web-privacy-rights-title = Ce que vous pouvez faire
web-privacy-rights =
    Dans la conversation, écrivez :

    - « mes données » pour tout voir, et tout emporter dans un fichier
    - « effacer » pour tout effacer, tout de suite
    - « stop » pour ne plus rien recevoir

    Vous pouvez aussi écrire au responsable ({ $officer }), ou à la CNIL : https://www.cnil.fr/fr/plaintes

web-agenda = Calendrier des solidarités
web-agenda-dates = Les dates
web-agenda-which = Choisissez un territoire.
web-agenda-follow = Suivre cet agenda
web-agenda-how = Copiez cette adresse dans votre agenda (« ajouter par URL », « s’abonner ») : il suivra les changements.
web-agenda-others = Les autres territoires

web-subscription = Rappels par courriel
web-subscription-agree = Voulez-vous recevoir les rappels du calendrier des solidarités : { $what } ? Votre adresse est gardée chiffrée, jusqu’à ce que vous arrêtiez. Chaque courriel contient un lien pour arrêter.
web-subscription-agree-button = Oui, je veux les recevoir
web-subscription-agreed = C’est fait. Vous recevrez un rappel la veille de chaque rendez-vous, jamais entre 21 h et 8 h.
web-subscription-gone = Ce lien ne sert plus : il a déjà servi, ou il a plus de 2 jours. Pour recommencer, écrivez « recevoir des rappels » dans la conversation.
web-subscription-end = Voulez-vous ne plus recevoir de rappels ? Votre adresse sera effacée.
web-subscription-end-button = Ne plus rien recevoir
web-subscription-ended = C’est fini. Vous ne recevrez plus rien, et votre adresse est effacée.
web-agenda-filter = Choisir parmi les dates
web-agenda-month = Mois
web-agenda-any-month = Tous les mois
web-agenda-axis = Axe du pacte
web-agenda-any-axis = Tous les axes
web-agenda-words = Mots du titre ou du lieu
web-agenda-apply = Filtrer
web-agenda-clear = Tout voir
