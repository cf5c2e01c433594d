# Signaler une erreur de l’annuaire.

report-offer = Повідомити про помилку
report-nothing = Спочатку знайдіть місце. Потім напишіть «повідомити».
report-which = Яке місце описано неправильно?
report-no-such-rank = { $count ->
    [1] В останньому списку лише одне місце. Напишіть 1.
   *[other] В останньому списку { $count } місць. Напишіть номер місця.
}
report-gone = Цього місця більше немає в довіднику.
report-what = Що неправильно: { $name }?
report-closed = Закрито назавжди
report-hours = Години роботи
report-phone = Телефон
report-moved = Адреса: вони переїхали
report-shut = Зачинено на кілька днів
report-other = Інше
report-leave = Скасувати
report-thanks = Дякуємо. Люди, які ведуть довідник, перевірять. Я скажу вам, що вони зробили.
report-add = Додати кілька слів
report-word = Що ви знаєте? Напишіть кількома словами, без імен.
report-word-long = Задовго: { $count } символів. Напишіть не більше { $most }.
report-added = Записано. Дякуємо.
report-too-many = Ви багато повідомили сьогодні. Дякуємо. Поверніться завтра.
report-told-corrected = Дякуємо! Ви повідомили: { $name }. Довідник виправлено.
report-told-confirmed = Ви повідомили: { $name }. Ми перевірили: довідник правильний. Дякуємо.
report-told-withdrawn = Дякуємо! Ви повідомили: { $name }. Це місце більше не показується.
data-report = Помилка, повідомлена { $date }: { $reason }.
data-report-word = Ваші слова: { $said }
