## Ce que Telegram montre : bouton de position, menu des commandes, présentation, recherche depuis une autre conversation.

telegram-share-position = 📍 Enviar mi ubicación
telegram-not-yours = Este botón responde a otra persona. Escríbame en privado.
telegram-inline-title = Buscar ayuda cerca de alguien
telegram-inline-hint = Escriba una necesidad y una ciudad, por ejemplo: ducha Nantes
telegram-inline-all = Todos los resultados
telegram-short = Encontrar ayuda cerca en Francia, entender el Pacte des solidarités.
telegram-description = Soy un robot. Le ayudo a encontrar ayuda cerca: comer, dormir, lavarse, la salud, sus derechos. También respondo sobre el Pacte des solidarités. No guardo sus mensajes. ¿En peligro? Llame al 112, o escriba un SMS al 114.
telegram-command-menu = Buscar ayuda
telegram-command-aide = Cómo funciona
telegram-command-urgence = Números de emergencia
telegram-command-langue = Cambiar de idioma
telegram-command-agenda = Próximas citas
telegram-command-abonner = Recibir recordatorios
telegram-command-departement = Mi departamento
telegram-command-mesdonnees = Lo que guarda de mí
telegram-command-supprimer = Borrarlo todo
telegram-command-stop = Parar
