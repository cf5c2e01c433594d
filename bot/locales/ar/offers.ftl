## Proposer de participer à un pacte local, et suivre sa proposition.

offer-begin = تريد المشاركة في ميثاق محلي للتضامن (Pacte local des solidarités). أطرح عليك سبعة أسئلة قصيرة، وتقرأ كل شيء قبل الإرسال. كلمة «رجوع» تعيدك إلى السؤال السابق، وكلمة «إلغاء» تمحو كل شيء.
offer-before-agreed = لا أرسل شيئًا بدون موافقتك. حتى ذلك الوقت، أحتفظ بأجوبتك مشفّرة، 7 أيام على الأكثر.
offer-resume = بدأت اقتراحًا من قبل. هل تريد أن تكمله؟
offer-resume-go = نعم، أكمل
offer-resume-new = البدء من جديد
offer-skip = تخطي
offer-back = السؤال السابق
offer-leave = توقف ومحو
offer-needed = أحتاج إلى هذا الجواب لأرسل اقتراحك.
offer-dropped = توقفنا هنا. محوت أجوبتك.

offer-profile = من أنت؟
offer-profile-authority = بلدية أو جهة محلية
offer-profile-association = جمعية
offer-profile-concerned = شخص يعرف الفقر
offer-profile-company = شركة
offer-bad-profile = لم أفهم. اختر: بلدية أو جهة محلية، أو جمعية، أو شخص يعرف الفقر، أو شركة.

offer-territory = لأي منطقة؟ اكتب اسم مدينة أو محافظة (département) أو إقليم (région).
offer-bad-territory = لا أعرف هذه المنطقة. اكتب اسم المحافظة (département) أو رقمها، مثلًا: 44 أو Loire-Atlantique.
offer-which-territory = عدة محافظات فيها بلدية بهذا الاسم: { $places }. اكتب رقم المحافظة.

offer-subject = عن أي موضوع من الميثاق؟
offer-subject-skip = لا أعرف
offer-priorities = تذكر الوثائق أيضًا، عن { $place }: { $priorities }. يمكنك أن تكتب واحدًا من هذه المواضيع.
offer-axis = المحور { $axis } من الميثاق، { $about }
offer-no-subject = نراه معًا
offer-bad-subject = لم أعرف هذا الموضوع. اختر رقمًا، أو «لا أعرف»: يمكنك أن تشرحه بعد ذلك.

offer-means = ماذا تقترح؟ لعدة أجوبة، اكتب الأرقام: ⁦1, 4⁩.
offer-means-priorities = قول ما هو مهم
offer-means-join = المشاركة في نشاط
offer-means-place = مكان أو أدوات
offer-means-time = وقت
offer-means-skills = ما أعرف أن أفعله
offer-means-time-skills = وقت وما أعرف أن أفعله
offer-means-money = مال
offer-means-testimony = أن أحكي تجربتي
offer-bad-means = لم أفهم. اختر رقمًا أو عدة أرقام، مثلًا: ⁦1, 4⁩.

offer-said = اشرح فكرتك بكلماتك، في بضع جمل. لا تكتب اسم شخص آخر ولا رقم هاتفه.
offer-said-skip = أفضّل أن أتكلم عنها
offer-nothing-said = تُشرح بالكلام
offer-long = هذا طويل جدًا. أكبر عدد من الأحرف: { $most }، وفي رسالتك: { $count }. أرسل الأهم؛ يمكنك أن تضيف بعد ذلك.

offer-contact = كيف نجيبك؟ اكتب بريدك الإلكتروني أو رقم هاتفك أو الاثنين.
offer-contact-here = هنا، في هذه المحادثة
offer-contact-skip = لا أترك شيئًا
offer-no-contact = لا يوجد عنوان ولا هاتف
offer-bad-contact = لا أرى بريدًا إلكترونيًا ولا رقم هاتف. اكتب مثلًا: ⁦name@example.org⁩ أو ⁦02 40 00 00 00⁩.
offer-premium = هذا الرقم خاص أو مكلف: أعطني رقمًا عاديًا.

offer-name = ما اسمك، أو اسم مؤسستك؟ لن يراه إلا موظفو الدولة.
offer-name-skip = لا أذكر اسمي
offer-no-name = بدون اسم
offer-bad-name = هذا ليس اسمًا. اكتب اسمًا بالحروف، 100 حرف على الأكثر، أو اختر ألا تذكر اسمك.

offer-review = هذا هو اقتراحك.
offer-line-profile = أنت: { $value }
offer-line-name = الاسم: { $value }
offer-line-territory = المنطقة: { $value }
offer-line-subject = الموضوع: { $value }
offer-line-means = تقترح: { $value }
offer-line-said = فكرتك: { $value }
offer-line-contact = للرد عليك: { $value }
offer-names-somebody = في نصك رقم أو عنوان. إن لم يكن لك، غيّر فكرتك قبل الإرسال.
offer-consent = هل توافق على إرساله؟ سيقرؤه مفوض مكافحة الفقر ومديرية العمل والتضامن (DDETS): { $place }. يُحفظ مشفّرًا، ويُمحى بعد 180 يومًا من آخر رسالة، وبعد سنة على الأكثر. يمكنك أن تسحبه متى شئت.
offer-agree = أوافق، أرسل
offer-change = تغيير جواب
offer-refuse = لا أوافق
offer-which-answer = أي جواب تريد أن تغيّره؟
offer-change-profile = من أنا
offer-change-territory = المنطقة
offer-change-subject = الموضوع
offer-change-means = ما أقترحه
offer-change-said = فكرتي
offer-change-contact = كيف تجيبونني

offer-sent = أُرسل. رقم اقتراحك هو { $number }.
offer-next-here = سأخبرك هنا بكل خطوة. لتتابعه أو تضيف إليه أو تسحبه، اكتب ‎/mesoffres.
offer-next-mail = ستعرف كل خطوة بالبريد الإلكتروني.
offer-next-reach = يستطيع الموظفون التواصل معك.
offer-next-silent = لم تترك عنوانًا ولا هاتفًا: سجّل هذا الرقم لتتحدث عنه مع مديرية العمل والتضامن (DDETS).
offer-nobody-yet = لا يوجد بعد موظف من هذه المنطقة يقرأ رسائلي: اقتراحك ينتظر، ويُمحى بعد 180 يومًا.
offer-official = يمكنك أيضًا أن تكتب إلى { $contact }. المصدر: { $source }.
offer-official-none = يمكنك أيضًا أن تكتب إلى مديرية العمل والتضامن (DDETS) في محافظتك (département)، أو إلى مفوض مكافحة الفقر في préfecture de région.
offer-refused = لم أرسل شيئًا، ومحوت أجوبتك. يمكنك أن تسألني عن كل شيء آخر.
offer-gone = هذا الاقتراح أُرسل أو مُحي. لترى اقتراحاتك: ‎/mesoffres. لتكتب اقتراحًا: ‎/participer.

offer-state-received = تم استلامه
offer-state-studied = قيد الدراسة
offer-state-group = مقبول لمجموعة عمل
offer-state-linked = مرتبط بنشاط أو بموعد
offer-state-declined = غير مقبول
offer-state-closed = مغلق
offers-none = ليس لديك أي اقتراح الآن.
offers-mine = اقتراحاتك:
offers-mine-line = { $number }: { $state }، منذ { $date }
offers-participate = المشاركة في الميثاق المحلي
offer-no-such = ليس لديك اقتراح بهذا الرقم. لترى اقتراحاتك: ‎/mesoffres.
offer-step-sent = { $date }: أُرسل
offer-step-moved = { $date }: { $state }
offer-step-answer = { $date }: كتب لك الموظف
offer-step-reply = { $date }: كتبت أنت
offer-complete = الكتابة إلى الموظفين
offer-withdraw = سحب الاقتراح
offer-ask-reply = ماذا تريد أن تضيف أو تجيب؟ سيقرؤه موظفو الدولة.
offer-replied = أُرسل إلى الموظفين.
offer-short = هذا قصير جدًا ولا يُفهم. اكتب جملة.
offer-withdraw-sure = هل تريد سحب هذا الاقتراح؟ سيُمحى هنا، وسيعرف الموظفون ذلك. وسنطلب منهم محو ما وصلهم بالبريد الإلكتروني.
offer-withdraw-yes = نعم، أسحبه
offer-withdraw-no = لا، أبقيه
offer-withdrawn = سُحب اقتراحك { $number } ومُحي.
offer-kept = اقتراحك باقٍ.

offer-told-moved = خبر عن اقتراحك { $number }: { $state }.
offer-told-answer = موظف يجيب عن اقتراحك { $number }.
offer-told-how = لتجيب أو لتسحبه: ⁦/mesoffres { $number }⁩
offer-told-quoted = «{ $said }»

data-offer = الاقتراح { $number }: { $state }، { $place }
data-offer-draft = اقتراح لم يكتمل
data-offer-lines = الرسائل عن اقتراحاتك: { $count }
data-offer-export = الملف الكامل { $number } الذي طلبته: { $place }

offers-counts = مقترحات المشاركة، { $place }: { $total }.
offers-counts-each = – { $what }: { $count }
offers-counts-fewer = أقل من 5
offers-counts-least = { $count } على الأقل
offers-counts-how = الأرقام مقرّبة: لا تقول شيئًا عن أي شخص.
offers-counts-where = لأي منطقة؟ مثلًا: /bilan 44، أو /bilan Pays de la Loire.
offer-forget = ستُسحب أيضًا مقترحاتك، وسيعلم الموظفون بذلك.
