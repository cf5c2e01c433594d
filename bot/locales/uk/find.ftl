## Пошук допомоги: питання, результати, що казати, коли нічого немає.

ask-place = У якому місті чи селі? Напишіть назву або поштовий індекс.
ask-place-for = { $need }: у якому місті чи селі? Напишіть назву або поштовий індекс.
ask-need = Що вам потрібно? Місце: { $place }.
which-place = Є кілька місць із назвою «{ $name }». Яке саме? Напишіть номер або поштовий індекс.
which-place-option = { $commune } ({ $departement })
place-unknown = Я не знаходжу міста з назвою «{ $name }». Напишіть інакше або вкажіть поштовий індекс.
place-did-you-mean = Я не знаходжу міста з назвою «{ $name }». Можливо, це одне з цих місць? Якщо ні, напишіть поштовий індекс.
place-abroad = Це місце не у Франції. Напишіть назву міста або поштовий індекс.
place-too-wide = { $name }: це велика територія. У якому місті чи селі? Напишіть назву або поштовий індекс.

words-typed = «{ $words }»
results = { $need } поблизу { $place }:
results-around = { $need } в районі поштового індексу { $postal } ({ $count ->
    [one] { $count } населений пункт
    [few] { $count } населені пункти
    [many] { $count } населених пунктів
   *[other] { $count } населеного пункту
}):
results-next = Далі: { $need } поблизу { $place }:
guessed-place = Я зрозумів: { $place }. Це не те місце? Напишіть поштовий індекс.
kept-place = Шукаю далі тут: { $place }. Щоб шукати деінде, напишіть інше місто.
kept-need = Ви й далі шукаєте: { $need }.
widened = Ближче ніж за { $near } км нічого немає: я шукав у межах { $far } км.
filters = Показую лише: { $filters }.
filters-first = Спершу: { $filters }.
filters-rest = Наступні місця цього не мають або не повідомляють: запитайте, перш ніж іти.
filter-now = відчинено зараз
filter-moment = відчинено ({ $moment })
filter-animals = можна з тваринами
filter-wheelchair = доступно для крісла колісного
filter-free = безкоштовно
filter-interpreters = з перекладачем
filter-publics = для { $publics }
hidden-closed = { $count ->
    [1] Ще одне місце в цей час зачинене або не вказує годин роботи.
    [one] Ще { $count } місце в цей час зачинене або не вказує годин роботи.
    [few] Ще { $count } місця в цей час зачинені або не вказують годин роботи.
    [many] Ще { $count } місць у цей час зачинені або не вказують годин роботи.
   *[other] Ще { $count } місця в цей час зачинені або не вказують годин роботи.
}
none-open = Немає місця, яке в цей час точно відчинене. Ось найближчі: зателефонуйте, перш ніж іти.
remote = Дистанційно, нікуди не йдучи:
fictional = Вигаданий приклад: цього місця не існує, це лише демонстрація. Не йдіть туди.
fictional-all = Демонстрація: усі ці місця вигадані.
no-more = Більше результатів немає. Можна шукати щось інше або в іншому місті.

nothing = Я нічого не знайшов: { $need }, ближче ніж за { $far } км від { $place }.
nothing-directory = Мій довідник ще порожній: організація, яка мною користується, його не заповнила.
nothing-try = Спробуйте без уточнення часу чи групи людей або в іншому місті.
advice-ccas = Мерія (CCAS, соціальна служба) у { $place } і центр France services можуть вам допомогти й порадити.
advice-ccas-anywhere = Мерія (CCAS, соціальна служба) і центр France services можуть вам допомогти й порадити.
professionals-only = Сюди направляє лише фахівець: зверніться до соціального працівника (assistante sociale).
address-hidden = Адресу тримають у таємниці, щоб захистити людей.

## Картка
card-title = { $service } ({ $structure })
free = Безкоштовно
paid = Платно
paid-detail = Платно: { $detail }
distance-km = { $km } км
distance-m = { $m } м
distance-near = зовсім поруч
where = { $place }, відстань: { $distance }
where-near = { $place }, зовсім поруч
phone = Телефон: { $number }
phone-premium = Телефон: { $number } (платний дзвінок)
mail = Електронна пошта: { $address }
address = Адреса: { $address }
map = Мапа: { $url }
link = Сайт: { $url }
booking = Запис: { $url }
conditions = Варто знати: { $text }
# The names of publics below are in the genitive, as «для» asks.
for-publics = Для { $publics }
checked-today = Перевірено сьогодні
checked-days = { $days ->
    [one] Перевірено { $days } день тому
    [few] Перевірено { $days } дні тому
    [many] Перевірено { $days } днів тому
   *[other] Перевірено { $days } дня тому
}
checked-old = Перевірено { $date }: зателефонуйте, щоб упевнитися
animals-yes = Можна з тваринами
wheelchair-yes = Доступно для крісла колісного

# The day is in the nominative («середа»), so it stands apart.
open-until = Відчинено, зачиняється о { $time }
open-until-day = Відчинено, зачиняється о { $time } ({ $day })
open-always = Відчинено вдень і вночі
open-then = Відчинено: { $moment }
closed = Зачинено
closed-until-today = Зачинено, відчиняється сьогодні о { $time }
closed-until-tomorrow = Зачинено, відчиняється завтра о { $time }
closed-until-day = Зачинено, відчиняється о { $time } ({ $day })
closed-until-date = Зачинено, відчиняється { $date } о { $time }
closed-for-now = Тимчасово зачинено до { $date }
closed-for-now-reason = Тимчасово зачинено до { $date }: { $reason }
door-unknown = Години роботи невідомі: зателефонуйте, перш ніж іти
door-unknown-no-phone = Години роботи невідомі
hours-raw = Вказані години: { $raw }. Зателефонуйте, перш ніж іти
hours-comment = { $hours } ({ $comment })

clock-hour = { $hour }:00
clock-hour-minute = { $hour }:{ $minute }
day-today = сьогодні
day-tomorrow = завтра
day-after-tomorrow = післязавтра
moment-now = зараз
moment-day = { $day }
moment-day-part = { $day } { $part }
moment-day-hour = { $day } о { $time }
moment-weekend = на вихідних
part-morning = вранці
part-noon = опівдні
part-afternoon = після обіду
part-evening = ввечері
part-night = вночі
part-today-morning = сьогодні вранці
part-today-noon = сьогодні опівдні
part-today-afternoon = сьогодні після обіду
part-today-evening = сьогодні ввечері
part-today-night = цієї ночі

public-actifs = людей, які працюють
public-beneficiaires-des-minimas-sociaux = людей, які отримують мінімальні соціальні виплати
public-demandeurs-emploi = людей, які шукають роботу
public-etudiants = студентів
public-familles = сімей
public-femmes = жінок
public-jeunes = молоді
public-personnes-en-situation-de-handicap = людей з інвалідністю
public-personnes-en-situation-durgence = людей у терміновій потребі
public-personnes-en-situation-juridique-specifique = людей під судовим наглядом
public-personnes-exilees = біженців і мігрантів
public-residents-qpv-frr = мешканців пріоритетних кварталів або вразливих сільських територій
public-seniors = літніх людей

## Кнопки
more-results = Більше результатів
only-open = Відчинено зараз
keep-search = Зберегти цей пошук
other-need = Шукати щось інше
everywhere = Без цих фільтрів
share-position = Надіслати моє місце

## Збережений пошук
kept = Збережено. Повертайтеся, коли захочете, за цим таємним посиланням: { $url }
kept-how = Не показуйте це посилання іншим: воно відкриває ваш пошук зі свіжими даними. Воно зникне через { $days } { $days ->
    [one] день
    [few] дні
    [many] днів
   *[other] дня
}.
kept-nothing = Ще немає пошуку, який можна зберегти. Скажіть, що вам потрібно і де.
kept-gone = Такого посилання немає або воно вже не діє. Скажіть, що вам потрібно і де.
