## S’abonner aux rappels du calendrier, et ce que les abonnés reçoivent.

subscribe-which = Для якого департаменту вам потрібні нагадування? Напишіть його назву або номер.
subscribe-unknown = Я не знаю цього департаменту. Напишіть його назву або номер, наприклад: 44 або Nord.
subscribe-consent = Хочете отримувати тут нагадування календаря солідарності: { $what }? Для цього я зберігаю ваш обліковий запис, ваш вибір і мову. Обліковий запис зберігається зашифрованим. Я стираю все, коли ви пишете STOP, або через рік, якщо ви не підтвердите.
subscribe-yes = Так
subscribe-no = Ні
subscribe-refused = Гаразд, я нічого не зберігаю. Календар тут: { $url }
subscribe-not-here = Тут я не можу написати вам першим. Стежте за календарем на телефоні чи комп’ютері за цією адресою: { $url }. Щоб отримувати нагадування, напишіть мені в Telegram або Matrix.
subscribe-done = Готово. Я напишу вам { $when }: { $what }. Ніколи з 21:00 до 8:00.
subscribe-stop-how = Щоб більше нічого не отримувати, напишіть STOP. Щоб вибрати, напишіть /abonnements.
subscribe-added = Додано: { $what }.
subscribe-removed = Вилучено: { $what }.
subscribe-renewed = Дякую, продовжую ще рік.
subscribe-none = Ви не просили жодного нагадування.
subscribe-have = Ваші нагадування: { $what }.
subscribe-have-when = Коли: { $when }.
subscribe-have-axes = Теми: { $axes }.
subscribe-have-language = Мова: { $language }.
subscribe-all-axes = усі
subscribe-events = { $count ->
    [one] { $count } збережена зустріч
    [few] { $count } збережені зустрічі
   *[other] { $count } збережених зустрічей
}
subscribe-ask-when = Коли вам нагадати? Можна вибрати кілька варіантів.
subscribe-ask-axes = Які теми пакту вас цікавлять? Можна вибрати кілька.
subscribe-chosen = ✓ { $choice }
subscribe-at-least-one = Потрібен хоча б один вибір. Щоб більше нічого не отримувати, напишіть STOP.
subscribe-week = за тиждень
subscribe-day = за день
subscribe-hours = за дві години
subscribe-axis-1 = діти та молодь
subscribe-axis-2 = робота
subscribe-axis-3 = права та бездомність
subscribe-axis-4 = екологія і солідарність
subscribe-choice-start = Отримувати нагадування
subscribe-choice-when = Вибрати коли
subscribe-choice-axes = Вибрати теми
subscribe-choice-all = Усі теми
subscribe-choice-more = Інший департамент
subscribe-choice-remove = Вилучити { $place }
subscribe-choice-end = Нічого не отримувати
subscribe-choice-back = Назад
subscribe-choice-territory = Усе: { $place }
subscribe-stopped = Кінець: ви більше нічого не отримаєте. Я стер вашу підписку.
subscribe-which-event = Про яку зустріч вам нагадати?
subscribe-no-event = Я не бачу майбутніх зустрічей. Щоб побачити список, напишіть «agenda».
subscribe-too-many = Ви вже зберігаєте багато зустрічей. Щоб почати знову, напишіть STOP, потім /abonner.
data-subscription = Нагадування: { $what }, з { $date } (стираються, коли ви пишете STOP)

news-reminder = Нагадування: { $date }.
news-changed = Ця зустріч змінилася. Ось вона тепер:
news-cancelled = Цю зустріч скасовано:
news-agents = Повідомлення від державних службовців: { $place }.
news-correction = Виправлення повідомлення від { $date }:
news-source = Джерело: { $source }
news-stop = Щоб більше нічого не отримувати, напишіть STOP.
news-again = Ви отримуєте нагадування календаря солідарності вже рік. Хочете продовжити? Напишіть CONTINUER. Без відповіді я зітру вашу підписку за 30 днів. Щоб зупинити зараз, напишіть STOP.
