## Мова та особисті дані.

language-question = Яка мова? Français, français simple, English, العربية, Español, Українська.
language-set = Гаразд, відповідаю українською.
language-unknown = Я ще не говорю цією мовою. Виберіть: français, français simple, English, العربية, Español, Українська.
name-fr = Français
name-fr-x-simple = Français simple
name-en = English
name-ar = العربية
name-es = Español
name-uk = Українська

forget-question = Стерти все, що я про вас зберігаю: вашу мову, поточний пошук, збережені пошуки?
forget-yes = Так, стерти все
forget-no = Ні
forgotten = У нас усе стерто. Те, що залишилося на вашому екрані, ви можете стерти самі.
forget-kept = Гаразд, нічого не стираю.

data-none = Я нічого про вас не зберігаю.
data-here = Ось усе, що я про вас зберігаю:
data-language = Мова: { $language }
data-departement = Департамент: { $departement }
data-search = Поточний пошук: { $search } (стирається через 24 години без повідомлень)
data-kept = { $count ->
    [1] Один збережений пошук (стирається через 90 днів)
    [one] { $count } збережений пошук (стирається через 90 днів)
    [few] { $count } збережені пошуки (стираються через 90 днів)
    [many] { $count } збережених пошуків (стираються через 90 днів)
   *[other] { $count } збереженого пошуку (стираються через 90 днів)
}
data-erase = Щоб усе стерти, напишіть «видалити».
