## Ce que Telegram montre : bouton de position, menu des commandes, présentation, recherche depuis une autre conversation.

telegram-share-position = 📍 Надіслати моє місце
telegram-not-yours = Ця кнопка для іншої людини. Напишіть мені приватно.
telegram-inline-title = Знайти допомогу поруч із кимось
telegram-inline-hint = Напишіть потребу й місто, наприклад: душ Nantes
telegram-inline-all = Усі результати
telegram-short = Знайти допомогу поруч у Франції.
telegram-description = Я робот. Допомагаю знайти допомогу поруч: поїсти, переночувати, помитися, лікуватися, ваші права. Відповідаю також про Pacte des solidarités. Ваших повідомлень не зберігаю. Небезпека? Телефонуйте 112 або надішліть SMS на 114.
telegram-command-menu = Знайти допомогу
telegram-command-aide = Як це працює
telegram-command-urgence = Екстрені номери
telegram-command-langue = Змінити мову
telegram-command-agenda = Найближчі події
telegram-command-abonner = Отримувати нагадування
telegram-command-departement = Мій департамент
telegram-command-mesdonnees = Що ви про мене зберігаєте
telegram-command-supprimer = Усе стерти
telegram-command-stop = Зупинити
