# The web page, in Arabic. To be read by a native speaker before release.

web-title = Solipacte
web-page-title = Solipacte: ابحث عن مساعدة قريبة منك
web-description = روبوت يساعدك على إيجاد طعام أو مأوى أو حمّام أو علاج أو مساعدة في المعاملات قريبًا منك في فرنسا.
web-answer-title = الجواب، Solipacte
web-notice-title = أعد المحاولة، Solipacte
web-skip = انتقل إلى المحتوى
web-skip-field = انتقل إلى خانة الرسالة
web-robot = أنا روبوت، ولستُ خدمة طوارئ.
web-danger = في حالة الخطر
web-call = في خطر؟ اتصل 112
web-write = دون كلام؟ رسالة إلى 114
web-leave = خروج سريع
web-languages = اللغة
web-language-fr = Français
web-language-fr-x-simple = Français simple
web-language-en = English
web-language-ar = العربية
web-language-es = Español
web-language-uk = Українська

web-heading = التحدّث مع الروبوت
web-log = المحادثة
web-welcome =
    مرحبًا. اكتب ما تحتاج إليه وفي أي مدينة، بكلماتك: «دوش في Nantes»، «أنا جائع 59100».

    لا تهم الأخطاء الإملائية. يمكنك أيضًا أن تختار هنا:
web-example-eat = أبحث عن طعام
web-example-sleep = أين أنام الليلة؟
web-example-wash = أبحث عن دوش
web-example-care = أريد أن أرى طبيبًا
web-example-papers = أحتاج مساعدة في أوراقي
web-example-talk = أريد أن أتحدث مع شخص
web-promise = لا أحتفظ برسائلك.
web-who-you = أنت
web-who-robot = الروبوت
web-who-page = Solipacte
web-said-position = شاركتُ موقعي.
web-said-nothing = (لم يُكتب شيء)
web-field = رسالتك
web-send = إرسال
web-here = مشاركة موقعي
web-wipe = مسح الشاشة
web-writing = الروبوت يكتب…
web-seeking = البحث عن موقعك…
web-again = حاول مرة أخرى
web-download = تنزيل { $name }
web-back = انتقل إلى المحادثة

web-notice-danger = أنت في خطر؟ اتصل بالرقم 112. لا تستطيع الكلام؟ أرسل رسالة قصيرة إلى 114. ليس لديك مأوى الليلة؟ اتصل بالرقم 115.
web-notice-network = لم تُرسل الرسالة. ربما انقطع الاتصال. لم يضِع ما كتبته.
web-notice-nowhere = لم أتمكن من معرفة موقعك. لا بأس: اكتب اسم مدينتك أو رمزها البريدي.
web-notice-absent =
    هذه الصفحة غير موجودة، أو أن الرابط لم يعد يعمل.

    يمكنك أن تكتب أدناه ما تبحث عنه.
web-notice-method = لا تُفتح هذه الصفحة بهذه الطريقة. يمكنك كتابة رسالتك أدناه.
web-notice-heavy = هذا كبير جدًا بالنسبة لي. اكتب جملة أو جملتين: ما تحتاج إليه، وأين.
web-notice-long = رسالتك طويلة جدًا بالنسبة لي. اكتب جملة أو جملتين: ما تحتاج إليه، وأين.
web-notice-wrong = لم أفهم ما أرسلته الصفحة. اكتب رسالتك أدناه.
web-notice-forged =
    حرصًا على سلامتك لم تُقرأ رسالتك: بقيت الصفحة مفتوحة مدة طويلة، أو أن المتصفح يرفض ملفات تعريف الارتباط.

    أرسلها مرة أخرى بالزر أدناه.
web-notice-hurried = أنت تكتب بسرعة كبيرة. انتظر دقيقة، ثم أرسل رسالتك من جديد.
web-notice-broken = حدث خطأ من جهتنا. حاول مرة أخرى بعد لحظات.

web-follow-up = بحثك المحفوظ
web-follow-up-note = هذا هو جواب اليوم. هذا الرابط سرّي: كل من يملكه يستطيع رؤية هذه الصفحة.
web-follow-up-results = الجواب
web-to-complete = يُكمله مشغّل الموقع

web-accessibility = إمكانية الوصول: غير مطابق
web-accessibility-heading = بيان إمكانية الوصول
web-accessibility-state-title = حالة المطابقة
web-accessibility-state =
    نريد أن يستطيع الجميع استعمال هذا الموقع، وفقًا للمادة 47 من القانون الفرنسي رقم 2005-102 الصادر في 11 فبراير 2005. يخص هذا البيان المحادثة وصفحات هذا الموقع.

    لا نعلن أن الموقع مطابق للمعيار الفرنسي لإمكانية الوصول (RGAA)، الإصدار 4.1: لم يُجرِ أي شخص من الخارج تدقيقًا كاملًا بعد.
web-accessibility-results-title = ما تم التحقق منه
web-accessibility-results =
    قيّمنا الموقع بأنفسنا. يفحص برنامج (axe-core) الصفحات ولا يجد فيها عيبًا، لكن برنامجًا كهذا لا يرى إلا جزءًا من العيوب.

    نجرّب أيضًا مع كل إصدار: لوحة المفاتيح وحدها، والاستعمال دون JavaScript، وشاشة عرضها 320 بكسل، والألوان الفاتحة والداكنة، والكتابة من اليمين إلى اليسار.
web-accessibility-limits-title = ما قد يعيقك
web-accessibility-limits =
    لم يُجرَّب الموقع بعد مع أشخاص يستعملون قارئ الشاشة، ولم يراجعه الأشخاص المعنيون.

    تحتوي الأجوبة على أسماء وعناوين بالفرنسية، حتى لو كانت المحادثة بلغة أخرى. تُفتح الروابط إلى المواقع الأخرى في علامة تبويب جديدة، ولسنا مسؤولين عن إمكانية الوصول إلى تلك المواقع.
web-accessibility-making-title = إعداد هذا البيان
web-accessibility-making = أُعدّ هذا البيان في { $date }. التقنيات: HTML وCSS وJavaScript (اختياري). الاختبارات: متصفح Chromium وaxe-core.
web-accessibility-contact-title = ملاحظاتك والاتصال بنا
web-accessibility-contact = إذا لم تتمكن من استعمال هذا الموقع فأخبرنا: سنبحث عن طريقة أخرى للرد عليك. الاتصال: { $contact }
web-accessibility-recourse-title = إذا لم نردّ عليك
web-accessibility-recourse =
    أبلغتنا بعيب ولم تحصل على جواب مُرضٍ؟ يمكنك:

    - الكتابة إلى المدافع عن الحقوق (Défenseur des droits): https://formulaire.defenseurdesdroits.fr/
    - مقابلة مندوبه في منطقتك: https://www.defenseurdesdroits.fr/saisir/delegues
    - إرسال رسالة بالبريد (مجانًا ودون طابع): Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.

web-legal = معلومات قانونية والخصوصية
web-legal-heading = معلومات قانونية والخصوصية
web-legal-robot-title = روبوت، وليس خدمة طوارئ
web-legal-robot = هذا الموقع روبوت: لا أحد يقرأ ما تكتبه لحظة كتابته. قد يخطئ. اتصل بالمكان قبل أن تذهب إليه. إذا كنت في خطر فاتصل بالرقم 112، أو أرسل رسالة قصيرة إلى 114.
web-legal-publisher-title = الناشر
web-legal-publisher =
    الناشر والمسؤول عن معالجة البيانات: { $publisher }

    مدير النشر: { $director }

    الاتصال: { $contact }
web-legal-hosting-title = الاستضافة
web-legal-hosting = المستضيف: { $hosting }
web-legal-kept-title = ما نحتفظ به، وكم من الوقت
web-legal-kept =
    لا نحتفظ برسائلك ولا باسمك ولا بموقعك، إلا ما تضعه في اقتراح ترسله.

    - المحادثة الجارية (أين وصلت، المدينة، اللغة): { $hours } ساعة دون رسائل.
    - تفضيلاتك إن اخترت شيئًا (اللغة، الفرنسية المبسطة، المنطقة): { $days } يومًا دون رسائل.
    - في تيليغرام وماتريكس تنتظر رسالتك الرد لحظات وهي مشفّرة، ثم تُمحى بعد الرد. يبقى رقم مبهم لا يدل على أحد (بالأيام: { $event }، وللرد: { $send }).
    - بحث تطلب منا حفظه (الحاجة والمكان): { $search } يومًا.
    - الاشتراك في التذكيرات، إن طلبته (الحساب أو العنوان مشفّران، اختيارك، اللغة): حتى تتوقف، وإلا { $reminders } يومًا. عنوان بريد لم يُؤكد بعد: { $mail } يوم.
    - اقتراح المشاركة في الميثاق، إن أرسلته (إجاباتك؛ ومشفّرة: كلماتك واسمك وطريقة الاتصال بك): حتى تسحبه، وإلا { $offer } يومًا بعد آخر تبادل، و{ $year } يومًا على الأكثر. أثناء الكتابة: { $draft } أيام.
    - خطأ في الدليل تبلغ عنه (المكان وما هو خاطئ؛ ومشفّرة: كلماتك وأين نرد عليك): 30 يومًا بعد معالجته، و{ $report } يومًا على الأكثر.
    - أثر المحو، دون اسم، كي لا تعيد نسخة احتياطية شيئًا: { $erasure } يومًا.
    - النسخ الاحتياطية والسجل التقني (المدد والأخطاء، دون ما تكتبه): { $journal } يومًا.
    - أعداد يومية لا تقول شيئًا عن أي شخص.

    لترى ما لدينا عنك اكتب /mesdonnees في المحادثة، ولمحو كل شيء اكتب /supprimer.
web-legal-cookie-title = ملف تعريف ارتباط واحد
web-legal-cookie = يحمل ملف تعريف ارتباط واحد اسمًا عشوائيًا كي يتابع الروبوت المحادثة. هو ضروري للخدمة ويختفي بعد { $hours } ساعة دون رسائل. لا إعلانات، ولا قياس للجمهور، ولا ملفات من مواقع أخرى.
web-legal-position-title = موقعك
web-legal-position = لا يُقرأ موقعك إلا إذا ضغطت على «مشاركة موقعي». يُقرَّب إلى نحو مئة متر، ويُستعمل للجواب، ثم يُنسى.
web-legal-rights-title = حقوقك
web-legal-rights = يمكنك أن تطلب رؤية ما يخصك أو تصحيحه أو محوه. مسؤول حماية البيانات: { $officer }. يمكنك أيضًا الكتابة إلى CNIL: https://www.cnil.fr/fr/plaintes
web-legal-sources-title = المصادر
web-legal-sources = تأتي العناوين من أدلة عامة (data·inclusion والمساهمون فيها)، وتأتي البلديات من الرمز الجغرافي الرسمي لمعهد Insee. البرنامج حر، برخصة MIT.

web-privacy = بياناتك الشخصية
web-privacy-heading = بياناتك الشخصية
web-privacy-kept-title = ما نحتفظ به
web-privacy-kept =
    لا نحتفظ برسائلك ولا باسمك ولا بموقعك، إلا ما تضعه في اقتراح ترسله.

    - المحادثة الحالية، لمتابعتها: { $hours } ساعة دون رسائل.
    - ما تختاره (اللغة، المحافظة): { $days } يومًا دون رسائل.
    - بحث، إذا طلبت حفظه: { $search } يومًا.
    - اشتراك في التذكيرات، إذا طلبته: إلى أن توقفه.
    - اقتراح للميثاق، إذا أرسلته: كلماتك واسمك وطريقة الاتصال بك، مشفّرة. إلى أن تسحبه، سنة على الأكثر.
web-privacy-why-title = لماذا
web-privacy-why = لكي نجيبك، ولكي نرسل التذكيرات التي تطلبها. لا إعلانات ولا بيع ولا ملف عن حياتك.
web-privacy-who-title = من يستطيع رؤيتها
web-privacy-who = لا يقرأ أي موظف ما تكتبه، إلا اقتراحًا تختار إرساله. يُستبدل حسابك برقم مموّه. عنوانك وعمليات بحثك مشفّرة: من يسرق قاعدة البيانات لا يستطيع قراءتها.
web-privacy-elsewhere-title = ما يحتفظ به غيرنا
web-privacy-elsewhere = يحتفظ Telegram وخادم Matrix بالمحادثة عندهما: امحُها هناك أيضًا. هذه الصفحة لا تحتفظ بشيء. ملف الارتباط الوحيد فيها يختفي بعد { $hours } ساعة دون رسائل.
web-privacy-rights-title = ما يمكنك فعله
web-privacy-rights =
    اكتب في المحادثة:

    - «بياناتي» لترى كل شيء وتأخذه في ملف
    - «حذف» لمحو كل شيء فورًا
    - «stop» حتى لا يصلك شيء بعد ذلك

    يمكنك أيضًا أن تكتب إلى { $officer } أو إلى CNIL: https://www.cnil.fr/fr/plaintes

web-agenda = رزنامة التضامن
web-agenda-dates = المواعيد
web-agenda-which = اختاروا منطقة.
web-agenda-follow = متابعة هذه الرزنامة
web-agenda-how = انسخوا هذا العنوان في تقويمكم («إضافة عبر URL»، «اشتراك»): سيتابع التغييرات.
web-agenda-others = المناطق الأخرى

web-subscription = التذكيرات بالبريد الإلكتروني
web-subscription-agree = هل تريد أن تصلك تذكيرات مواعيد التضامن: { $what }؟ عنوانك محفوظ مشفّرًا حتى تتوقف. في كل رسالة رابط للتوقف.
web-subscription-agree-button = نعم، أريدها
web-subscription-agreed = تمّ. يصلك تذكير في اليوم السابق لكل موعد، أبدًا بين التاسعة مساءً والثامنة صباحًا.
web-subscription-gone = هذا الرابط لم يعد صالحًا: استُعمل من قبل، أو مضى عليه أكثر من يومين. للبدء من جديد، اكتب «اشتراك» في المحادثة.
web-subscription-end = هل تريد ألا تصلك تذكيرات بعد الآن؟ سيُمحى عنوانك.
web-subscription-end-button = لا أريد أي رسالة
web-subscription-ended = انتهى. لن يصلك شيء بعد الآن، ومُحي عنوانك.
web-agenda-filter = اختيار من بين المواعيد
web-agenda-month = الشهر
web-agenda-any-month = كل الأشهر
web-agenda-axis = محور الميثاق
web-agenda-any-axis = كل المحاور
web-agenda-words = كلمات من العنوان أو المكان
web-agenda-apply = تصفية
web-agenda-clear = عرض الكل
