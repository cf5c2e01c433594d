## Proposer de participer à un pacte local, et suivre sa proposition.

offer-begin = Pour aider, je pose sept questions.
offer-before-agreed = Rien ne part sans votre accord. Je garde tout sous clé, 7 jours.
offer-resume = Vous avez déjà des réponses ici. On va au bout ?
offer-resume-go = Oui, on continue
offer-resume-new = Non, je recommence
offer-skip = Passer
offer-back = Retour
offer-leave = Tout effacer
offer-needed = J’ai besoin de cette réponse.
offer-dropped = C’est fini. Vos réponses sont effacées.

offer-profile = Qui êtes-vous ?
offer-profile-authority = Une mairie
offer-profile-association = Une association
offer-profile-concerned = Je connais la pauvreté
offer-profile-company = Une entreprise
offer-bad-profile = Je n’ai pas compris. Choisissez un numéro.

offer-territory = C’est où ? Écrivez une ville ou un département.
offer-bad-territory = Je ne connais pas ce lieu. Écrivez le numéro du département. Par exemple : 44.
offer-which-territory = Plus d’une ville a ce nom. Écrivez le numéro : { $places }.

offer-subject = Quel sujet ?
offer-subject-skip = Je ne sais pas
offer-priorities = Sujets choisis pour { $place } : { $priorities }. Vous pouvez en écrire un.
offer-axis = { $about }
offer-no-subject = on verra ensemble
offer-bad-subject = Je n’ai pas compris. Choisissez un numéro.

offer-means = Que voulez-vous faire ? Un ou plusieurs numéros.
offer-means-priorities = Mon avis
offer-means-join = Agir ensemble
offer-means-place = Un lieu, des objets
offer-means-time = Du temps
offer-means-skills = Ce que je sais faire
offer-means-time-skills = Du temps, mon savoir
offer-means-money = De l’argent
offer-means-testimony = Mon histoire
offer-bad-means = Je n’ai pas compris. Choisissez un numéro. Par exemple : 1.

offer-said = Votre idée ? Écrivez comme vous parlez. Ne donnez pas le nom d’un autre.
offer-said-skip = Je préfère parler
offer-nothing-said = on en parlera
offer-long = C’est trop long. Écrivez { $most } lettres au plus. Vous en avez écrit { $count }.

offer-contact = Comment vous répondre ? Votre mail, votre téléphone ?
offer-contact-here = Ici
offer-contact-skip = Je ne laisse rien
offer-no-contact = rien
offer-bad-contact = Je ne lis pas le mail ni le téléphone. Écrivez par exemple : 02 40 00 00 00.
offer-premium = Ce numéro est payant. Donnez un autre numéro.

offer-name = Votre nom ? Seuls les agents le lisent.
offer-name-skip = Sans nom
offer-no-name = sans nom
offer-bad-name = Ce n’est pas un nom. Écrivez un nom avec des lettres.

offer-review = Vous proposez :
offer-line-profile = Vous : { $value }
offer-line-name = Nom : { $value }
offer-line-territory = Lieu : { $value }
offer-line-subject = Sujet : { $value }
offer-line-means = Vous donnez : { $value }
offer-line-said = Votre idée : { $value }
offer-line-contact = Réponse : { $value }
offer-names-somebody = Il y a un numéro ou un mail dans votre texte. Il est à vous ? Sinon, changez votre idée.
offer-consent = On envoie ? Des agents de l’État vont lire : { $place }. Tout est sous clé. On efface après 180 jours sans nouvelles, un an au plus. Vous pouvez tout retirer.
offer-agree = Oui, envoyer
offer-change = Changer
offer-refuse = Non
offer-which-answer = Quelle réponse voulez-vous changer ?
offer-change-profile = Qui je suis
offer-change-territory = Le lieu
offer-change-subject = Le sujet
offer-change-means = Ce que je donne
offer-change-said = Mon idée
offer-change-contact = Comment me répondre

offer-sent = C’est envoyé. Numéro : { $number }.
offer-next-here = La suite arrive ici. Pour voir : /mesoffres.
offer-next-mail = Vous aurez la suite par mail.
offer-next-reach = Un agent peut vous joindre.
offer-next-silent = Gardez bien ce numéro. Dites-le à la DDETS pour en parler.
offer-nobody-yet = Aucun agent ne me lit encore.
offer-official = Ou écrivez à { $contact }. Source : { $source }.
offer-official-none = Vous pouvez aussi écrire à la DDETS. C’est un service de l’État dans votre département.
offer-refused = Je n’envoie rien. Vos réponses sont effacées. Vous pouvez me demander autre chose.
offer-gone = C’est déjà parti, ou c’est fini. Pour voir, écrivez /mesoffres. Pour une autre idée, écrivez /participer.

offer-state-received = reçue
offer-state-studied = lue par un agent
offer-state-group = choisie pour un groupe
offer-state-linked = mise dans une action
offer-state-declined = pas choisie
offer-state-closed = finie
offers-none = Vous n’avez rien proposé.
offers-mine = Vos idées :
offers-mine-line = { $number } : { $state }, le { $date }
offers-participate = Donner mon idée
offer-no-such = Ce numéro n’est pas à vous. Pour voir, écrivez /mesoffres.
offer-step-sent = { $date } : envoyée
offer-step-moved = { $date } : { $state }
offer-step-answer = { $date } : l’agent a écrit
offer-step-reply = { $date } : vous avez écrit
offer-complete = Écrire aux agents
offer-withdraw = Tout retirer
offer-ask-reply = Que voulez-vous dire ? Les agents vont le lire.
offer-replied = C’est envoyé aux agents.
offer-short = C’est trop court. Écrivez une phrase.
offer-withdraw-sure = Vous voulez tout retirer ? J’efface tout. Je le dis aux agents. Je leur demande d’effacer aussi.
offer-withdraw-yes = Oui, tout retirer
offer-withdraw-no = Non, garder
offer-withdrawn = Votre idée { $number } est effacée.
offer-kept = On garde tout.

offer-told-moved = Votre idée { $number } : { $state }.
offer-told-answer = Un agent répond à votre idée { $number }.
offer-told-how = Pour répondre, écrivez : /mesoffres { $number }
offer-told-quoted = « { $said } »

data-offer = Votre idée { $number } : { $state }, { $place }
data-offer-draft = Une idée en cours
data-offer-lines = Messages sur vos idées : { $count }
data-offer-export = Le tableau { $number } : { $place }

offers-counts = Idées reçues, { $place } : { $total }.
offers-counts-each = – { $what } : { $count }
offers-counts-fewer = moins de 5
offers-counts-least = { $count } ou plus
offers-counts-how = On ne peut voir personne dans ces nombres.
offers-counts-where = C’est pour quel lieu ? Par exemple, écrivez : /bilan 44.
offer-forget = J’efface aussi vos idées pour le pacte. Je le dis aux agents.
