## Ce que Telegram montre : bouton de position, menu des commandes, présentation, recherche depuis une autre conversation.

telegram-share-position = 📍 Send my location
telegram-not-yours = This button answers somebody else. Write to me in private.
telegram-inline-title = Find help near somebody
telegram-inline-hint = Write a need and a town, for example: shower Nantes
telegram-inline-all = All results
telegram-short = Find help nearby in France, understand the Pacte des solidarités.
telegram-description = I am a robot. I help you find help near you: eating, sleeping, washing, health care, your rights. I also answer about the Pacte des solidarités. I do not keep your messages. In danger? Call 112, or text 114.
telegram-command-menu = Find help
telegram-command-aide = How it works
telegram-command-urgence = Emergency numbers
telegram-command-langue = Change the language
telegram-command-agenda = Coming events
telegram-command-abonner = Receive reminders
telegram-command-departement = My département
telegram-command-mesdonnees = What you keep about me
telegram-command-supprimer = Erase everything
telegram-command-stop = Stop
