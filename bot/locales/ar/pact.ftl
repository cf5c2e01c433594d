## Le pacte : réponses tirées des documents, ce que le robot ne sait pas, calendrier.

pact-source = المصدر: { $document } ({ $date }).
pact-ours = لا تشرح الوثائق معنى هذا الاختصار: المعنى أضافه فريق هذا الروبوت.
pact-wide = لا تقول الوثائق شيئًا خاصًّا عن { $place }. هذا ما تقوله بشكل أعمّ.
pact-for = أجيب بالنسبة إلى { $place }.
pact-documents = نص الوثائق بالفرنسية:
pact-simply = بكلمات بسيطة، بالفرنسية:
pact-full = النص الكامل، بالفرنسية:
pact-line = { $place }: { $value }
pact-line-of = { $place }: { $value } ({ $of })
pact-most = الأعلى: { $place }، { $value }. ثم { $next }، { $other }.
pact-least = الأدنى: { $place }، { $value }. ثم { $next }، { $other }.
pact-between = { $place } ({ $value }) أعلى من { $next } ({ $other }).
pact-equal = { $place } و{ $next } لهما القيمة نفسها: { $value }.
pact-sum = مجموع بسيط حسبه الروبوت وليس الوثائق: { $total } ({ $parts }).
pact-check = للتحقّق: لم يُؤكَّد منذ 12 شهرًا
pact-and-pact = ما يقوله ميثاق التضامن (Pacte des solidarités) عن ذلك:
pact-more-questions = طرحتَ عدة أسئلة: أجبتُ عن أوّل سؤالين. اطرح الأسئلة الأخرى واحدًا واحدًا.
pact-choice-more = التالي
pact-choice-simple = بكلمات بسيطة
pact-choice-full = النص الكامل
pact-choice-useful = هذا الجواب يساعدني
pact-choice-useless = لا يساعدني
pact-choice-ask = سؤال آخر
pact-useful = شكرًا، سُجّل ذلك.
pact-useless = شكرًا، سُجّل ذلك. اسأل بكلمات أخرى، أو بدقّة أكثر: منطقة أو محور أو اختصار.
pact-no-more = هذا كلّ ما أعرفه عن ذلك.
pact-nothing-before = اسألني أوّلًا عن ميثاق التضامن. مثلًا: « axe 4 ».
pact-unknown-subject = لا أعرف: وثائقي عن ميثاق التضامن لا تتحدّث عن ذلك، وأنا لا أختلق جوابًا أبدًا.
pact-unknown-territory = لا أعرف: وثائقي لا تقول ذلك بالنسبة إلى { $place }.
pact-unknown-value = لا أعرف: وثائقي تتحدّث عن الموضوع، لكنها لا تعطي ما تسأل عنه.
pact-unknown-person = لا أعرف: وثائقي لا تذكر هذا الاسم.
pact-unknown-axis = لا أعرف: للميثاق أربعة محاور، من 1 إلى 4.
pact-unknown-year = لا أعرف: وثائقي لا تتحدّث عن سنة { $year } في هذا الموضوع.
pact-held-near = تتحدّث عن شيء قريب من ذلك:
pact-held-territories = تقول ذلك بالنسبة إلى: { $places }.
pact-contact = لسؤال عن الميثاق، اكتب إلى { $who }: { $contact } (المصدر: { $source }، { $date }؛ { $check }).
pact-contact-person = لسؤال عن الميثاق، اسأل { $who } (المصدر: { $source }، { $date }؛ { $check }).
pact-contact-national = لسؤال عن الميثاق، اسأل DDETS، وهي مصلحة الدولة في إقليمك (département).
pact-scope-weather = لا أعطي حالة الطقس. أجيب عن ميثاق التضامن، وأجد المساعدة بالقرب منك.
pact-scope-sport = لا أتحدّث عن الرياضة. أجيب عن ميثاق التضامن، وأجد المساعدة بالقرب منك.
pact-scope-fun = لا أستطيع فعل ذلك. أجيب عن ميثاق التضامن، وأجد المساعدة بالقرب منك.
pact-scope-politics = لا أعطي رأيًا سياسيًّا. أجيب عمّا تقوله وثائق الميثاق، وأجد المساعدة بالقرب منك.
pact-scope-world = ليس هذا موضوعي. أجيب عن ميثاق التضامن، وأجد المساعدة بالقرب منك.
pact-scope-medical = لا أعطي نصيحة طبية. اسأل طبيبًا أو صيدليًّا؛ وفي حالة الطوارئ اتصل بالرقم 15. يمكنني أن أبحث عن مكان علاج بالقرب منك.
pact-scope-legal = لا أعطي نصيحة قانونية. في « point-justice » يجيب رجل قانون مجّانًا (3039). يمكنني أن أبحث عنه بالقرب منك.
pact-scope-entitlement = لا أستطيع حساب حقوقك. يفعل ذلك معك مساعد اجتماعي أو CAF أو France services. يمكنني أن أبحث عمّن يساعد بالقرب منك.
pact-scope-search = البحث بالقرب مني
pact-ask-departement = في أيّ إقليم (département) أنت؟ سأعطيك أوّلًا ما يخصّ منطقتك. يمكنك أيضًا طرح سؤال آخر.
pact-departement-set = سُجّل: { $place }. للتغيير، اكتب « /departement 44 ».
pact-departement-unknown = لا أعرف هذا الإقليم. اكتب اسمه أو رقمه، مثلًا: « /departement 44 ».
pact-departement-now = إقليمك: { $place }. للتغيير اكتب « /departement 44 »؛ وللنسيان « /departement non ».
pact-departement-none = لا أعرف إقليمك. اكتب « /departement 44 » أو اسمه.
pact-departement-forgotten = حسنًا، لن آخذه في الحسبان بعد الآن.
pact-question-kept = آخر سؤال عن الميثاق: { $titles } (يُمحى بعد 24 ساعة بلا رسالة)
agenda-title = رزنامة التضامن: { $filters }
agenda-all = كلّ المناطق
agenda-none = لا أعرف: وثائقي لا تعلن أيّ حدث بالنسبة إلى: { $filters }.
agenda-none-at-all = لا أعرف أيّ حدث.
agenda-past = لقد مضى ذلك.
agenda-all-past = كلّ هذه الأحداث مضت: لا أعرف التالية بعد.
agenda-line = { $date }: { $title }
agenda-hour = الساعة { $hour }
agenda-online = عبر الإنترنت
agenda-organiser = التنظيم: { $who }
agenda-registration = التسجيل: { $how }
agenda-choice-file = الملف لرزنامتي
agenda-file = هذا هو الملف الذي تفتحه برزنامتك.
agenda-no-file = ليس لهذه الأحداث تاريخ دقيق: لا يوجد ملف.
contact-saved = سُجّل: { $who }، { $address }، تمّ التحقّق اليوم.
contact-list = جهات الاتصال التي يمكن تصحيحها. اكتب « /contact المعرّف العنوان-الجديد » أو « /contact المعرّف confirmé ».
contact-unknown = لا أعرف جهة الاتصال هذه. اكتب « /contact ».
contact-bad = هذا العنوان غير مناسب. اكتب عنوان بريد إلكتروني، مثلًا: « /contact { $id } equipe@exemple.gouv.fr ».
contact-refused = لا يصحّح جهة اتصال إلا موظّف، ومن الطرفية فقط في الوقت الحالي.
pact-checked = تمّ التحقّق منه مؤخرًا
pact-title = { $title }:
agenda-more = { $count ->
    [zero] لا توجد أحداث أخرى.
    [one] حدث آخر غير معروض: حدّد الشهر أو الموضوع.
    [two] حدثان آخران غير معروضين: حدّد الشهر أو الموضوع.
    [few] { $count } أحداث أخرى غير معروضة: حدّد الشهر أو الموضوع.
    [many] { $count } حدثًا آخر غير معروض: حدّد الشهر أو الموضوع.
   *[other] { $count } حدث آخر غير معروض: حدّد الشهر أو الموضوع.
}
