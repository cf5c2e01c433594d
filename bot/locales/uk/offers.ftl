## Proposer de participer à un pacte local, et suivre sa proposition.

offer-begin = Ви хочете долучитися до місцевого пакту солідарності. Я поставлю сім коротких питань, і ви все перечитаєте перед надсиланням. «Назад» повертає до попереднього питання, «скасувати» стирає все.
offer-before-agreed = Без вашої згоди я нічого не передаю. До того я зберігаю ваші відповіді зашифрованими, не довше ніж 7 днів.
offer-resume = Ви вже почали пропозицію. Хочете її продовжити?
offer-resume-go = Так, продовжити
offer-resume-new = Почати знову
offer-skip = Пропустити
offer-back = Попереднє питання
offer-leave = Зупинити і стерти
offer-needed = Мені потрібна ця відповідь, щоб передати вашу пропозицію.
offer-dropped = Зупинено. Ваші відповіді стерто.

offer-profile = Хто ви?
offer-profile-authority = Мерія або місцева влада
offer-profile-association = Асоціація
offer-profile-concerned = Людина, яка знає бідність
offer-profile-company = Підприємство
offer-bad-profile = Я не зрозумів. Виберіть: мерія або місцева влада, асоціація, людина, яка знає бідність, або підприємство.

offer-territory = Для якої території? Напишіть місто, департамент або регіон.
offer-bad-territory = Я не знаю цієї території. Напишіть назву або номер департаменту, наприклад: 44 або Loire-Atlantique.
offer-which-territory = Кілька департаментів мають місто з такою назвою: { $places }. Напишіть номер департаменту.

offer-subject = На яку тему пакту?
offer-subject-skip = Я не знаю
offer-priorities = Документи також називають ці теми ({ $place }): { $priorities }. Можна написати одну з них.
offer-axis = вісь { $axis } пакту, { $about }
offer-no-subject = вирішимо разом
offer-bad-subject = Я не впізнав цієї теми. Виберіть номер або «я не знаю»: ви зможете пояснити далі.

offer-means = Що ви пропонуєте? Якщо відповідей кілька, напишіть номери: 1, 4.
offer-means-priorities = Сказати, що важливо
offer-means-join = Взяти участь у дії
offer-means-place = Місце або обладнання
offer-means-time = Час
offer-means-skills = Те, що я вмію
offer-means-time-skills = Час і те, що я вмію
offer-means-money = Гроші
offer-means-testimony = Розповісти свій досвід
offer-bad-means = Я не зрозумів. Виберіть один або кілька номерів, наприклад: 1, 4.

offer-said = Поясніть свою ідею своїми словами, кількома реченнями. Не пишіть імені чи телефону іншої людини.
offer-said-skip = Краще розповім усно
offer-nothing-said = пояснити усно
offer-long = Це задовго. Найбільше знаків: { $most }, а у вашому повідомленні: { $count }. Надішліть головне; доповнити можна потім.

offer-contact = Як вам відповісти? Напишіть свою електронну адресу, телефон або і те, і те.
offer-contact-here = Тут, у цій розмові
offer-contact-skip = Нічого не залишаю
offer-no-contact = без контакту
offer-bad-contact = Я не бачу ні електронної адреси, ні телефону. Напишіть, наприклад: name@example.org або 02 40 00 00 00.
offer-premium = Це платний або спеціальний номер: дайте звичайний номер.

offer-name = Ваше ім’я або назва вашої організації? Їх побачать лише державні службовці.
offer-name-skip = Не називати себе
offer-no-name = без імені
offer-bad-name = Це не ім’я. Напишіть ім’я літерами, не більше ніж 100 знаків, або виберіть не називати себе.

offer-review = Ось ваша пропозиція.
offer-line-profile = Ви: { $value }
offer-line-name = Ім’я: { $value }
offer-line-territory = Територія: { $value }
offer-line-subject = Тема: { $value }
offer-line-means = Ви пропонуєте: { $value }
offer-line-said = Ваша ідея: { $value }
offer-line-contact = Як вам відповісти: { $value }
offer-names-somebody = У вашому тексті є номер або адреса. Якщо вони не ваші, змініть свою ідею перед надсиланням.
offer-consent = Ви згодні надіслати її? Її прочитають комісар із боротьби з бідністю і DDETS: { $place }. Вона зберігається зашифрованою і стирається через 180 днів після останнього повідомлення, щонайбільше через рік. Ви зможете відкликати її, коли захочете.
offer-agree = Згода, надіслати
offer-change = Змінити відповідь
offer-refuse = Не погоджуюся
offer-which-answer = Яку відповідь ви хочете змінити?
offer-change-profile = Хто я
offer-change-territory = Територія
offer-change-subject = Тема
offer-change-means = Що я пропоную
offer-change-said = Моя ідея
offer-change-contact = Контакт

offer-sent = Надіслано. Номер вашої пропозиції: { $number }.
offer-next-here = Я скажу вам тут про кожен крок. Щоб стежити за нею, доповнити або відкликати її, напишіть /mesoffres.
offer-next-mail = Про кожен крок ви дізнаєтеся електронною поштою.
offer-next-reach = Службовці зможуть з вами зв’язатися.
offer-next-silent = Ви не залишили контакту: запишіть цей номер, щоб поговорити про це з DDETS.
offer-nobody-yet = На цій території мене ще не читає жоден державний службовець: ваша пропозиція чекає і стирається через 180 днів.
offer-official = Можна також написати сюди: { $contact }. Джерело: { $source }.
offer-official-none = Можна також написати до DDETS вашого департаменту або комісарові з боротьби з бідністю в префектурі регіону.
offer-refused = Нічого не надіслано, ваші відповіді стерто. Про все інше можна питати й далі.
offer-gone = Цю пропозицію вже надіслано або стерто. Щоб побачити свої: /mesoffres. Щоб написати нову: /participer.

offer-state-received = отримана
offer-state-studied = на розгляді
offer-state-group = прийнята для робочої групи
offer-state-linked = приєднана до дії або події
offer-state-declined = не прийнята
offer-state-closed = закрита
offers-none = У вас немає поточних пропозицій.
offers-mine = Ваші пропозиції:
offers-mine-line = { $number }: { $state }, з { $date }
offers-participate = Долучитися до пакту
offer-no-such = У вас немає пропозиції з таким номером. Щоб побачити свої: /mesoffres.
offer-step-sent = { $date }: надіслана
offer-step-moved = { $date }: { $state }
offer-step-answer = { $date }: вам написав державний службовець
offer-step-reply = { $date }: ви написали
offer-complete = Написати службовцям
offer-withdraw = Відкликати пропозицію
offer-ask-reply = Що ви хочете додати або відповісти? Державні службовці це прочитають.
offer-replied = Передано державним службовцям.
offer-short = Це закоротко, щоб зрозуміти. Напишіть речення.
offer-withdraw-sure = Відкликати цю пропозицію? Її буде стерто тут, і державні службовці про це дізнаються. Їх попросять стерти те, що вони вже отримали електронною поштою.
offer-withdraw-yes = Так, відкликати
offer-withdraw-no = Ні, залишити
offer-withdrawn = Вашу пропозицію { $number } відкликано і стерто.
offer-kept = Ваша пропозиція залишається.

offer-told-moved = Новина про вашу пропозицію { $number }: { $state }.
offer-told-answer = Державний службовець відповідає на вашу пропозицію { $number }.
offer-told-how = Щоб відповісти або відкликати її: /mesoffres { $number }
offer-told-quoted = «{ $said }»

data-offer = Пропозиція { $number }: { $state }, { $place }
data-offer-draft = Незакінчена пропозиція
data-offer-lines = Повідомлення про ваші пропозиції: { $count }
data-offer-export = Повна вибірка { $number }, яку ви попросили: { $place }

offers-counts = Пропозиції долучитися, { $place }: { $total }.
offers-counts-each = – { $what }: { $count }
offers-counts-fewer = менше 5
offers-counts-least = щонайменше { $count }
offers-counts-how = Числа округлено: вони нічого не кажуть про жодну людину.
offers-counts-where = Для якої території? Наприклад: /bilan 44, або /bilan Pays de la Loire.
offer-forget = Ваші пропозиції теж буде відкликано, і службовці про це дізнаються.
