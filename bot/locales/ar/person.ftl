language-question = أي لغة؟ Français، français simple، English، العربية، Español، Українська.
language-set = حسنًا، سأجيبك بالعربية.
language-unknown = لا أتكلم هذه اللغة بعد. اختر: français، français simple، English، العربية، Español، Українська.
name-fr = Français
name-fr-x-simple = Français simple
name-en = English
name-ar = العربية
name-es = Español
name-uk = Українська

forget-question = هل تريد أن أمحو كل ما أحتفظ به عنك: لغتك، وبحثك الحالي، وعمليات البحث المحفوظة؟
forget-yes = نعم، امحُ كل شيء
forget-no = لا
forgotten = تم المحو عندنا.
forgotten-telegram = يحتفظ Telegram بالمحادثة. لمحوها أيضًا، احذفها في Telegram.
forgotten-matrix = يحتفظ خادم تطبيق المراسلة بالمحادثة. حتى لا تراها بعد الآن، غادر هذه الغرفة. ولمحوها، اطلب ذلك ممن يدير هذا الخادم.
forgotten-web = هذه الصفحة لا تحتفظ بالمحادثة. لإفراغ الشاشة، اضغط على «مسح الشاشة».
forgotten-elsewhere = ما بقي على شاشتك يمكنك أن تمحوه بنفسك.
forget-kept = حسنًا، لن أمحو شيئًا.

data-none = لا أحتفظ بشيء عنك.
data-here = هذا كل ما أحتفظ به عنك:
data-language = اللغة: { $language }
data-departement = المحافظة (département): { $departement }
data-search = البحث الحالي: { $search } (يُمحى بعد 24 ساعة دون رسائل)
data-kept = { $count ->
    [zero] لا توجد عمليات بحث محفوظة
    [one] عملية بحث محفوظة واحدة (تُمحى بعد 90 يومًا)
    [two] عمليتا بحث محفوظتان (تُمحيان بعد 90 يومًا)
    [few] { $count } عمليات بحث محفوظة (تُمحى بعد 90 يومًا)
    [many] { $count } عملية بحث محفوظة (تُمحى بعد 90 يومًا)
   *[other] { $count } عملية بحث محفوظة (تُمحى بعد 90 يومًا)
}
data-conversation = المحادثة الحالية: أين وصلنا (تُمحى بعد 24 ساعة دون رسائل)
data-erasure = طلبت أن أنساك يوم { $date }: أحتفظ بهذا الأثر، دون اسم، 30 يومًا
data-stopped = طلبت ألا أكتب إليك بعد يوم { $date }: أحتفظ بهذا الأثر، دون اسم، 30 يومًا
data-file = الملف المرفق يقول كل شيء، سطرًا سطرًا. يمكنك أن تحتفظ به.
data-erase = لمحو كل شيء، اكتب «حذف».

privacy-short = لا أحتفظ برسائلك ولا باسمك ولا بموقعك، إلا ما تضعه في اقتراح ترسله. أحتفظ بالنقطة التي وصلنا إليها 24 ساعة، وبما تطلب مني أن أحتفظ به.
privacy-more = والباقي مكتوب هنا: { $url }
privacy-see = عرض بياناتي
privacy-erase = محو كل شيء
