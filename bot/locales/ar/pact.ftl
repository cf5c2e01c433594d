## Le pacte : réponses tirées des documents, ce que le robot ne sait pas, calendrier.

pact-source = المصدر: { $document } ({ $date }).
pact-ours = معنى هذه الحروف غير مكتوب في الوثائق: أضافه فريق هذا الروبوت.
pact-wide = لا تقول الوثائق شيئًا خاصًا عن { $place } في هذا الموضوع. إليك ما تقوله بشكل أوسع.
pact-for = أجيبك عن { $place }.
pact-documents = نص الوثائق، بالفرنسية:
pact-simply = بكلمات بسيطة:
pact-full = النص الكامل:
pact-line = { $place }: { $value }
pact-line-of = { $place }: { $value } ({ $of })
pact-most = الأعلى: { $place }، { $value }. ثم يأتي { $next }، { $other }.
pact-least = الأدنى: { $place }، { $value }. ثم يأتي { $next }، { $other }.
pact-between = القيمة في { $place } ({ $value }) أعلى منها في { $next } ({ $other }).
pact-equal = القيمة نفسها في { $place } وفي { $next }: { $value }.
pact-sum = مجموع بسيط، حسبه الروبوت وليس مكتوبًا في الوثائق: { $total } ({ $parts }).
pact-check = يجب التحقق: لم يتم تأكيده منذ 12 شهرًا
pact-and-pact = ما تقوله خطة Pacte des solidarités عن هذا الموضوع:
pact-more-questions = طرحت عدة أسئلة: أجبت عن السؤالين الأولين. اطرح عليّ الأسئلة الأخرى واحدًا واحدًا.

pact-choice-more = البقية
pact-choice-simple = بكلمات بسيطة
pact-choice-full = النص الكامل
pact-choice-useful = هذا الجواب يساعدني
pact-choice-useless = هذا الجواب لا يساعدني
pact-choice-ask = طرح سؤال آخر
pact-useful = شكرًا، سجلت ذلك.
pact-useless = شكرًا، سجلت ذلك. اكتب سؤالك بطريقة أخرى أو بدقة أكبر: منطقة، أو محور (axe)، أو اختصار.
pact-no-more = هذا كل ما أعرفه عن هذا الموضوع.
pact-nothing-before = اطرح عليّ أولًا سؤالًا عن خطة Pacte des solidarités. مثلًا: «axe 4» أو «contrat de la Sarthe» أو «c’est quoi le FSL».

pact-unknown-subject = لا أعرف: وثائقي عن خطة Pacte des solidarités لا تتحدث عن هذا، ولا أختلق جوابًا أبدًا.
pact-unknown-territory = لا أعرف: وثائقي لا تقول هذا عن { $place }.
pact-unknown-value = لا أعرف: وثائقي تتحدث عن الموضوع، لكنها لا تعطي ما تطلبه.
pact-unknown-person = لا أعرف: وثائقي لا تذكر هذا الاسم.
pact-unknown-axis = لا أعرف: لخطة Pacte des solidarités أربعة محاور (axes)، من 1 حتى 4.
pact-unknown-year = لا أعرف: وثائقي لا تتحدث عن سنة { $year } في هذا الموضوع.
pact-held-near = تتحدث الوثائق عن شيء قريب من سؤالك:
pact-held-territories = تقول الوثائق ذلك عن: { $places }.
pact-contact = لأي سؤال عن الخطة، اكتب إلى { $who }: { $contact } (المصدر: { $source }، { $date }؛ { $check }).
pact-contact-person = لأي سؤال عن الخطة، اسأل { $who } (المصدر: { $source }، { $date }؛ { $check }).
pact-contact-national = لأي سؤال عن الخطة، اسأل مديرية العمل والتضامن (DDETS) في محافظتك (département).

pact-scope-weather = أنا لا أعطي أخبار الطقس. أجيب عن خطة Pacte des solidarités، وأجد المساعدة قربك.
pact-scope-sport = أنا لا أتحدث عن الرياضة. أجيب عن خطة Pacte des solidarités، وأجد المساعدة قربك.
pact-scope-fun = لا أستطيع فعل ذلك. أجيب عن خطة Pacte des solidarités، وأجد المساعدة قربك.
pact-scope-politics = أنا لا أعطي رأيًا سياسيًا. أجيب عما تقوله وثائق خطة Pacte des solidarités، وأجد المساعدة قربك.
pact-scope-world = هذا ليس موضوعي. أجيب عن خطة Pacte des solidarités، وأجد المساعدة قربك.
pact-scope-medical = أنا لا أعطي نصيحة طبية. اسأل طبيبًا أو صيدليًا؛ في الليل وفي نهاية الأسبوع، يرد طبيب على الرقم 116 117 في بعض المناطق، وإلا فاتصل بالرقم 15. يمكنني البحث عن مكان للعلاج قربك.
pact-scope-legal = أنا لا أعطي نصيحة قانونية. في مكتب point-justice يجيبك رجل قانون مجانًا (3039). يمكنني البحث عن مكتب قربك.
pact-scope-entitlement = لا أستطيع حساب حقوقك. يمكن لمساعدة اجتماعية أو CAF أو مكتب France services أن يحسبوها معك. يمكنني البحث عمن يساعدك قربك.
pact-scope-search = البحث قربي

pact-ask-departement = في أي محافظة (département) أنت؟ سأعطيك أولًا ما يخص محافظتك. يمكنك أيضًا طرح سؤال آخر.
pact-departement-set = حسنًا، سجلت: { $place }. سأعطيك أولًا ما يخص محافظتك. لتغييرها، اكتب «⁦/departement 44⁩».
pact-departement-unknown = لا أعرف هذه المحافظة (département). اكتب اسمها أو رقمها، مثلًا: «⁦/departement 44⁩».
pact-departement-now = محافظتك (département): { $place }. لتغييرها، اكتب «⁦/departement 44⁩»؛ ولكي أنساها، اكتب «⁦/departement non⁩».
pact-departement-none = لا أعرف محافظتك (département). اكتب «⁦/departement 44⁩»، أو اكتب اسمها.
pact-departement-forgotten = حسنًا، لن آخذها في الحسبان بعد الآن.
pact-question-kept = آخر سؤال عن الخطة: { $titles } (يُمحى بعد 24 ساعة دون رسائل)

agenda-title = مواعيد التضامن: { $filters }
agenda-all = كل المناطق
agenda-none = لا أعرف: وثائقي لا تعلن أي موعد عن: { $filters }.
agenda-past = انتهى هذا الموعد.
agenda-all-past = انتهت كل هذه المواعيد: لا أعرف المواعيد التالية بعد.
agenda-line = { $date }: { $title }
agenda-hour = الساعة { $hour }
agenda-online = عبر الفيديو
agenda-organiser = التنظيم: { $who }
agenda-registration = التسجيل: { $how }
agenda-choice-file = ملف لتقويمي
agenda-axes = المحور { $axes } من الميثاق
agenda-cancelled = أُلغي.
agenda-announced = المصدر: موظفو الدولة في المنطقة، { $date }.
agenda-file = هذا هو الملف. افتحه ببرنامج التقويم عندك.
agenda-feed = ليتابع تقويمكم التغييرات أيضًا، اشتركوا فيه بهذا العنوان: { $url }
agenda-none-coming = لا أعرف بعد أي موعد قادم.
agenda-none-matching = لا يوجد موعد قادم يطابق اختياركم.
agenda-over = ما انتهى:
agenda-no-file = ليس لهذه المواعيد تاريخ محدد: لا يوجد ملف أعطيك إياه.
agenda-more = { $count ->
    [zero] لا توجد مواعيد أخرى.
    [one] يوجد موعد آخر لم أعرضه: حدد الشهر أو الموضوع.
    [two] يوجد موعدان آخران لم أعرضهما: حدد الشهر أو الموضوع.
    [few] توجد { $count } مواعيد أخرى لم أعرضها: حدد الشهر أو الموضوع.
    [many] يوجد { $count } موعدًا آخر لم أعرضها: حدد الشهر أو الموضوع.
   *[other] يوجد { $count } موعد آخر لم أعرضها: حدد الشهر أو الموضوع.
}

contact-saved = حسنًا، سجلت: { $who }، { $address }، تم التحقق اليوم.
contact-list = جهات الاتصال التي يمكن تصحيحها. اكتب «⁦/contact identifiant nouvelle-adresse⁩» (المعرّف ثم العنوان الجديد)، أو «⁦/contact identifiant confirmé⁩» (للتأكيد).
contact-unknown = لا أعرف جهة الاتصال هذه. اكتب «⁦/contact⁩» لترى القائمة.
contact-bad = هذا العنوان غير مناسب. اكتب عنوان بريد إلكتروني، مثلًا: «⁦/contact { $id } equipe@exemple.gouv.fr⁩».
pact-checked = تم التحقق حديثًا
pact-title = { $title }:
