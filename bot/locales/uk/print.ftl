## Місця навколо громади для друку; години тижня словами.

print-title = Де знайти допомогу поблизу: { $place }
print-numbers = Небезпека або потреба поговорити
print-made = Список складено { $date }. Години змінюються: зателефонуйте, перш ніж іти.
print-fictional = Демонстрація: усі ці місця вигадані. Не вивішуйте цю сторінку.
print-code = Щоб знайти інше, відкрийте цю адресу або наведіть телефон на цей квадрат:
print-none = Я не знаю жодного місця ближче ніж 20 км. Зателефонуйте до мерії або на 115, щоб переночувати сьогодні.
print-more = Ще місць, яких тут не надруковано: { $count }
print-left-out = Усього близьких місць, які не вмістилися на цих аркушах: { $count }. Запитайте про них у робота.
print-checked = Перевірено { $date } (джерело: { $source })
print-invented = { $title }, вигадане місце
print-source = { $source } ({ $licence })
print-sources = Джерела: { $sources }.
print-licence-unknown = ліцензію слід запитати у джерела
print-back = Повернутися до розмови
print-link = Для друку, місця поблизу { $place }: { $url }

week-from-to = { $first } – { $last }
week-every-day = щодня
week-days = { $days }: { $hours }
week-slot = з { $opens } до { $closes }
week-join = { "; " }
week-midnight = опівніч
week-holidays-off = зачинено у святкові дні
week-nth-1 = { $day }, перший раз на місяць
week-nth-2 = { $day }, другий раз на місяць
week-nth-3 = { $day }, третій раз на місяць
week-nth-4 = { $day }, четвертий раз на місяць
week-nth-5 = { $day }, п’ятий раз на місяць
week-nth-9 = { $day }, останній раз на місяць
week-as-written = Зазначені години: { $said }
