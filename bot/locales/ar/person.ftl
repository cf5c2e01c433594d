language-question = أي لغة؟ Français، français simple، English، العربية.
language-set = حسنًا، سأجيبك بالعربية.
language-unknown = لا أتكلم هذه اللغة بعد. اختر: français، français simple، English، العربية.
name-fr = Français
name-fr-x-simple = Français simple
name-en = English
name-ar = العربية

forget-question = هل تريد أن أمحو كل ما أحتفظ به عنك: لغتك وبحثك الحالي وأبحاثك المحفوظة؟
forget-yes = نعم، امحُ كل شيء
forget-no = لا
forgotten = تم المحو عندنا. يمكنك أن تمحو بنفسك ما على شاشتك.
forget-kept = حسنًا، لن أمحو شيئًا.

data-none = لا أحتفظ بشيء عنك.
data-here = هذا كل ما أحتفظ به عنك:
data-language = اللغة: { $language }
data-departement = المحافظة: { $departement }
data-search = البحث الحالي: { $search } (يُمحى بعد 24 ساعة دون رسائل)
data-kept = الأبحاث المحفوظة: { $count } (تُمحى بعد 90 يومًا)
data-erase = لمحو كل شيء، اكتب «حذف».
