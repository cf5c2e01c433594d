## Le pacte : réponses tirées des documents, ce que le robot ne sait pas, calendrier.

pact-source = Джерело: { $document } ({ $date }).
pact-ours = Значення цього скорочення в документах не написане: його додала команда цього робота.
pact-wide = Документи не кажуть про це нічого окремо для цієї території: { $place }. Ось що вони кажуть загалом.
pact-for = Відповідаю для цієї території: { $place }.
pact-documents = Текст документів, французькою:
pact-simply = Простими словами:
pact-full = Повний текст:
pact-line = { $place }: { $value }
pact-line-of = { $place }: { $value } ({ $of })
pact-most = Найбільше: { $place }, { $value }. Далі йде { $next }, { $other }.
pact-least = Найменше: { $place }, { $value }. Далі йде { $next }, { $other }.
pact-between = { $place } ({ $value }) має більше, ніж { $next } ({ $other }).
pact-equal = { $place } і { $next } мають однакове значення: { $value }.
pact-sum = Проста сума, яку порахував робот, а не документи: { $total } ({ $parts }).
pact-check = слід перевірити: не підтверджено вже 12 місяців
pact-and-pact = Що про це каже Pacte des solidarités:
pact-more-questions = Ви поставили кілька питань: я відповів на перші два. Поставте мені інші по одному.

pact-choice-more = Далі
pact-choice-simple = Простими словами
pact-choice-full = Повний текст
pact-choice-useful = Ця відповідь мені допомогла
pact-choice-useless = Вона мені не допомогла
pact-choice-ask = Поставити інше питання
pact-useful = Дякую, я це врахую.
pact-useless = Дякую, я це врахую. Напишіть своє питання інакше або точніше: територія, напрям (axe), скорочення.
pact-no-more = Це все, що я про це знаю.
pact-nothing-before = Спершу поставте мені питання про Pacte des solidarités. Наприклад: «axe 4», «contrat de la Sarthe», «c’est quoi le FSL».

pact-unknown-subject = Я не знаю: у моїх документах про Pacte des solidarités цього немає, а я ніколи не вигадую відповідей.
pact-unknown-territory = Я не знаю: мої документи не кажуть цього для цієї території: { $place }.
pact-unknown-value = Я не знаю: мої документи говорять про цю тему, але не дають того, про що ви питаєте.
pact-unknown-person = Я не знаю: у моїх документах немає цього імені.
pact-unknown-axis = Я не знаю: Pacte des solidarités має чотири напрями (axes), від 1 до 4.
pact-unknown-year = Я не знаю: мої документи не говорять про { $year } рік у цій темі.
pact-held-near = Вони говорять про щось близьке:
pact-held-territories = Вони кажуть це для таких територій: { $places }.
pact-contact = З питаннями про пакт пишіть до { $who }: { $contact } (джерело: { $source }, { $date }; { $check }).
pact-contact-person = З питаннями про пакт звертайтеся сюди: { $who } (джерело: { $source }, { $date }; { $check }).
pact-contact-national = З питаннями про пакт звертайтеся до DDETS вашого департаменту. Це державна служба зайнятості та соціальної підтримки.

pact-scope-weather = Я не кажу прогнозу погоди. Я відповідаю про Pacte des solidarités і знаходжу допомогу поруч із вами.
pact-scope-sport = Я не говорю про спорт. Я відповідаю про Pacte des solidarités і знаходжу допомогу поруч із вами.
pact-scope-fun = Я цього не вмію. Я відповідаю про Pacte des solidarités і знаходжу допомогу поруч із вами.
pact-scope-politics = Я не висловлюю політичних думок. Я відповідаю про те, що кажуть документи Pacte des solidarités, і знаходжу допомогу поруч із вами.
pact-scope-world = Це не моя тема. Я відповідаю про Pacte des solidarités і знаходжу допомогу поруч із вами.
pact-scope-medical = Я не даю медичних порад. Запитайте лікаря або фармацевта; уночі та у вихідні в деяких регіонах лікар відповідає за номером 116 117, а якщо ні, телефонуйте 15. Я можу пошукати, де лікують поруч із вами.
pact-scope-legal = Я не даю юридичних порад. У центрі point-justice юрист відповідає безкоштовно (3039). Я можу пошукати такий центр поруч із вами.
pact-scope-entitlement = Я не можу порахувати, які виплати вам належать. Це зроблять разом із вами соціальний працівник, CAF або центр France services. Я можу пошукати, хто допоможе поруч із вами.
pact-scope-search = Шукати поруч зі мною

pact-ask-departement = У якому ви департаменті? Спершу я казатиму те, що діє у вас. Можна також поставити інше питання.
pact-departement-set = Записано: { $place }. Спершу я казатиму те, що діє у вас. Щоб змінити, напишіть «/departement 44».
pact-departement-unknown = Я не знаю такого департаменту. Напишіть його назву або номер, наприклад: «/departement 44».
pact-departement-now = Ваш департамент: { $place }. Щоб змінити його, напишіть «/departement 44»; щоб я його забув, напишіть «/departement non».
pact-departement-none = Я не знаю вашого департаменту. Напишіть «/departement 44» або його назву.
pact-departement-forgotten = Гаразд, більше на це не зважаю.
pact-question-kept = Останнє питання про пакт: { $titles } (стирається через 24 години без повідомлень)

agenda-title = Календар солідарності: { $filters }
agenda-all = усі території
agenda-none = Я не знаю: мої документи не повідомляють про жодну подію за цим запитом: { $filters }.
agenda-past = Це вже минуло.
agenda-all-past = Усі ці події вже минули: наступних я ще не знаю.
agenda-line = { $date }: { $title }
agenda-hour = час: { $hour }
agenda-online = онлайн
agenda-organiser = організатор: { $who }
agenda-registration = запис: { $how }
agenda-choice-file = Файл для мого календаря
agenda-axes = вісь { $axes } пакту
agenda-cancelled = Скасовано.
agenda-announced = Джерело: державні службовці території, { $date }.
agenda-file = Ось файл. Відкрийте його у своєму календарі.
agenda-feed = Щоб ваш календар стежив за змінами, підпишіть його на цю адресу: { $url }
agenda-none-coming = Я ще не знаю майбутніх дат.
agenda-none-matching = Жодна майбутня дата не відповідає вашому вибору.
agenda-over = Вже минуло:
agenda-no-file = Ці події не мають точної дати: файлу для них немає.
agenda-more = { $count ->
    [one] Ще { $count } подію не показано: уточніть місяць або тему.
    [few] Ще { $count } події не показано: уточніть місяць або тему.
    [many] Ще { $count } подій не показано: уточніть місяць або тему.
   *[other] Ще { $count } події не показано: уточніть місяць або тему.
}

contact-saved = Записано: { $who }, { $address }, перевірено сьогодні.
contact-list = Контакти, які можна виправити. Напишіть «/contact ідентифікатор нова-адреса» або «/contact ідентифікатор confirmé».
contact-unknown = Я не знаю цього контакту. Напишіть «/contact», щоб побачити список.
contact-bad = Ця адреса не підходить. Напишіть адресу електронної пошти, наприклад: «/contact { $id } equipe@exemple.gouv.fr».
pact-checked = нещодавно перевірено
pact-title = { $title }:
