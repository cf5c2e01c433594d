## Proposer de participer à un pacte local, et suivre sa proposition.

offer-begin = Vous voulez participer à un Pacte local des solidarités. Je vous pose sept questions courtes, et vous relisez tout avant l’envoi. « Retour » revient en arrière, « annuler » efface tout.
offer-before-agreed = Rien n’est transmis sans votre accord. D’ici là, je garde vos réponses chiffrées, 7 jours au plus.
offer-resume = Vous avez déjà commencé à écrire. Voulez-vous aller au bout ?
offer-resume-go = Continuer
offer-resume-new = Recommencer
offer-skip = Passer
offer-back = Question d’avant
offer-leave = Arrêter et effacer
offer-needed = J’ai besoin de cette réponse pour transmettre votre proposition.
offer-dropped = C’est arrêté. Vos réponses sont effacées.

offer-profile = Qui êtes-vous ?
offer-profile-authority = Une collectivité
offer-profile-association = Une association
offer-profile-concerned = Une personne concernée
offer-profile-company = Une entreprise
offer-bad-profile = Je n’ai pas compris. Qui êtes-vous : une mairie ou une autre collectivité, une association, une personne qui connaît la pauvreté, une entreprise ?

offer-territory = Pour quel territoire ? Écrivez une commune, un département ou une région.
offer-bad-territory = Je ne connais pas ce territoire. Écrivez le nom ou le numéro du département, par exemple : 44, ou Loire-Atlantique.
offer-which-territory = Une commune porte ce nom dans plusieurs départements : { $places }. Quel est le vôtre ? Écrivez son numéro.

offer-subject = Sur quel sujet du pacte ?
offer-subject-skip = Je ne sais pas
offer-priorities = Les documents nomment aussi, pour { $place } : { $priorities }. Vous pouvez écrire l’un de ces sujets.
offer-axis = axe { $axis } du pacte, { $about }
offer-no-subject = à voir ensemble
offer-bad-subject = Je n’ai pas reconnu ce sujet. Choisissez un numéro, ou « je ne sais pas » : vous pourrez l’expliquer plus loin.

offer-means = Que proposez-vous ? Pour plusieurs réponses, écrivez les numéros : 1, 4.
offer-means-priorities = Dire ce qui est important
offer-means-join = Participer à une action
offer-means-place = Un lieu ou du matériel
offer-means-time = Du temps
offer-means-skills = Des compétences
offer-means-time-skills = Du temps, des compétences
offer-means-money = De l’argent
offer-means-testimony = Mon témoignage
offer-bad-means = Je n’ai pas compris. Choisissez un ou plusieurs numéros, par exemple : 1, 4.

offer-said = Expliquez votre idée comme vous parlez, en quelques phrases. N’écrivez pas le nom ni le téléphone de quelqu’un d’autre.
offer-said-skip = Je préfère en parler
offer-nothing-said = à expliquer de vive voix
offer-long = C’est trop long : { $most } caractères au plus, et ce message en a { $count }. Envoyez l’essentiel ; vous pourrez compléter après.

offer-contact = Comment vous répondre ? Écrivez votre adresse de courriel, votre téléphone, ou les deux.
offer-contact-here = Ici, dans la conversation
offer-contact-skip = Je ne laisse rien
offer-no-contact = aucun contact laissé
offer-bad-contact = Je ne lis ni adresse de courriel ni téléphone. Écrivez par exemple : nom@exemple.fr ou 02 40 00 00 00.
offer-premium = Ce numéro est surtaxé, ou trop court. Donnez un numéro que tout le monde peut appeler.

offer-name = Votre nom, ou celui de votre organisme ? Seuls les agents le verront.
offer-name-skip = Rester anonyme
offer-no-name = sans nom
offer-bad-name = Ce n’est pas un nom. Écrivez un nom en lettres, 100 caractères au plus, ou choisissez de rester anonyme.

offer-review = Voici votre proposition.
offer-line-profile = Vous êtes : { $value }
offer-line-name = Nom : { $value }
offer-line-territory = Territoire : { $value }
offer-line-subject = Sujet : { $value }
offer-line-means = Vous proposez : { $value }
offer-line-said = Votre idée : { $value }
offer-line-contact = Pour vous répondre : { $value }
offer-names-somebody = Votre texte contient un numéro ou une adresse. Si ce ne sont pas les vôtres, changez votre idée avant d’envoyer.
offer-consent = Êtes-vous d’accord pour l’envoyer ? Le commissaire et la DDETS la liront : { $place }. Elle est gardée chiffrée, et effacée 180 jours après le dernier échange, un an au plus. Vous pourrez la retirer quand vous voulez.
offer-agree = D’accord, envoyer
offer-change = Changer une réponse
offer-refuse = Je ne suis pas d’accord
offer-which-answer = Quelle réponse voulez-vous changer ?
offer-change-profile = Qui je suis
offer-change-territory = Le territoire
offer-change-subject = Le sujet
offer-change-means = Ce que je propose
offer-change-said = Mon idée
offer-change-contact = Le contact

offer-sent = C’est envoyé. Votre proposition porte le numéro { $number }.
offer-next-here = Je vous dirai ici chaque étape. Pour la suivre, la compléter ou la retirer, écrivez /mesoffres.
offer-next-mail = Vous apprendrez chaque étape par courriel.
offer-next-reach = Les agents ont de quoi vous répondre. Notez ce numéro.
offer-next-silent = Vous n’avez pas laissé de contact : notez ce numéro pour en parler à la DDETS.
offer-nobody-yet = Aucun agent de ce territoire ne me lit encore : votre proposition attend, et elle est effacée après 180 jours.
offer-official = Vous pouvez aussi écrire à { $contact }. Source : { $source }.
offer-official-none = Vous pouvez aussi écrire à la DDETS de votre département, ou au commissaire à la lutte contre la pauvreté, à la préfecture de région.
offer-refused = Rien n’est envoyé, et vos réponses sont effacées. Tout le reste vous reste ouvert.
offer-gone = Cette proposition est déjà envoyée, ou effacée. Pour voir les vôtres : /mesoffres. Pour en écrire une : /participer.

offer-state-received = reçue
offer-state-studied = à l’étude
offer-state-group = retenue pour un groupe de travail
offer-state-linked = rattachée à une action ou à un événement
offer-state-declined = non retenue
offer-state-closed = close
offers-none = Vous n’avez aucune proposition en cours.
offers-mine = Vos propositions :
offers-mine-line = { $number } : { $state }, depuis le { $date }
offers-participate = Participer au pacte local
offer-no-such = Vous n’avez aucune proposition de ce numéro. Pour voir les vôtres : /mesoffres.
offer-step-sent = { $date } : envoyée
offer-step-moved = { $date } : { $state }
offer-step-answer = { $date } : l’agent vous a écrit
offer-step-reply = { $date } : vous avez écrit
offer-complete = Écrire aux agents
offer-withdraw = La retirer
offer-ask-reply = Que voulez-vous ajouter ou répondre ? Les agents le liront.
offer-replied = C’est transmis aux agents.
offer-short = C’est trop court pour être compris. Écrivez une phrase.
offer-withdraw-sure = Retirer cette proposition ? Elle sera effacée ici. Je le dirai aux agents, et leur demanderai d’effacer ce qu’ils ont reçu par courriel.
offer-withdraw-yes = Oui, la retirer
offer-withdraw-no = Non, la garder
offer-withdrawn = C’est fait. Votre proposition { $number } n’est plus là.
offer-kept = Votre proposition reste.

offer-told-moved = Votre proposition { $number } est { $state }.
offer-told-answer = Un agent répond à votre proposition { $number }.
offer-told-how = Pour répondre ou la retirer : /mesoffres { $number }
offer-told-quoted = « { $said } »

data-offer = Proposition { $number } : { $state }, { $place }
data-offer-draft = Une proposition en cours d’écriture
data-offer-lines = Échanges sur vos propositions : { $count }
data-offer-export = Export complet { $number } que vous avez demandé : { $place }

offers-counts = Propositions de participer, { $place } : { $total }.
offers-counts-each = – { $what } : { $count }
offers-counts-fewer = moins de 5
offers-counts-least = au moins { $count }
offers-counts-how = Les chiffres sont arrondis : ils ne disent rien de personne.
offers-counts-where = Pour quel territoire ? Par exemple : /bilan 44, ou /bilan Pays de la Loire.
offer-forget = J’efface aussi ce que vous avez proposé, et je le dis aux agents.
