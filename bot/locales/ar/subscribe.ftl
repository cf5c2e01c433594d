## S’abonner aux rappels du calendrier, et ce que les abonnés reçoivent.

subscribe-which = لأي مقاطعة تريد التذكير؟ اكتب اسمها أو رقمها.
subscribe-unknown = لا أعرف هذه المقاطعة. اكتب اسمها أو رقمها، مثلاً: 44 أو Nord.
subscribe-consent = هل تريد أن تصلك هنا تذكيرات مواعيد التضامن: { $what }؟ لذلك أحتفظ بحسابك وباختيارك وبلغتك. حسابك محفوظ مشفّرًا. أمحو كل شيء عندما تكتب STOP، أو بعد سنة إذا لم تؤكد.
subscribe-yes = نعم
subscribe-no = لا
subscribe-refused = حسنًا، لا أحتفظ بشيء. المواعيد هنا: { $url }
subscribe-not-here = هنا لا أستطيع أن أكتب لك أولًا. تابع المواعيد بهاتفك أو حاسوبك على هذا العنوان: { $url }. لتصلك التذكيرات، اكتب لي على Telegram أو Matrix.
subscribe-done = تمّ. أكتب لك { $when }: { $what }. لا أكتب أبدًا بين التاسعة مساءً والثامنة صباحًا.
subscribe-stop-how = لكي لا يصلك شيء، اكتب STOP. للاختيار، اكتب ‎/abonnements.
subscribe-added = أُضيف: { $what }.
subscribe-removed = حُذف: { $what }.
subscribe-renewed = شكرًا، أستمر سنة أخرى.
subscribe-none = لم تطلب أي تذكير.
subscribe-have = تذكيراتك: { $what }.
subscribe-have-when = متى: { $when }.
subscribe-have-axes = المواضيع: { $axes }.
subscribe-have-language = اللغة: { $language }.
subscribe-all-axes = كلها
subscribe-events = { $count ->
    [one] موعد محفوظ واحد
   *[other] { $count } مواعيد محفوظة
}
subscribe-ask-when = متى تريد التذكير؟ يمكنك اختيار أكثر من مرة.
subscribe-ask-axes = أي مواضيع من الميثاق تهمك؟ يمكنك اختيار أكثر من موضوع.
subscribe-chosen = ✓ { $choice }
subscribe-at-least-one = يجب اختيار واحد على الأقل. لكي لا يصلك شيء، اكتب STOP.
subscribe-week = قبل أسبوع
subscribe-day = في اليوم السابق
subscribe-hours = قبل ساعتين
subscribe-axis-1 = الأطفال والشباب
subscribe-axis-2 = العمل
subscribe-axis-3 = الحقوق والإقصاء
subscribe-axis-4 = البيئة والتضامن
subscribe-choice-start = استلام التذكيرات
subscribe-choice-when = اختيار الوقت
subscribe-choice-axes = اختيار المواضيع
subscribe-choice-all = كل المواضيع
subscribe-choice-more = مقاطعة أخرى
subscribe-choice-remove = حذف { $place }
subscribe-choice-end = لا أريد أي رسالة
subscribe-choice-back = رجوع
subscribe-choice-territory = الكل: { $place }
subscribe-stopped = انتهى: لن يصلك شيء بعد الآن. محوت اشتراكك.
subscribe-which-event = لأي موعد تريد التذكير؟
subscribe-no-event = لا أرى أي موعد قادم. للقائمة، اكتب «agenda».
subscribe-too-many = تحتفظ بمواعيد كثيرة. للبدء من جديد، اكتب STOP ثم ‎/abonner.
data-subscription = التذكيرات: { $what }، منذ { $date } (تُمحى عندما تكتب STOP)

news-reminder = تذكير: { $date }.
news-changed = تغيّر هذا الموعد. هذا هو الآن:
news-cancelled = أُلغي هذا الموعد:
news-agents = رسالة من موظفي الدولة: { $place }.
news-correction = تصحيح لرسالة { $date }:
news-source = المصدر: { $source }
news-stop = لكي لا يصلك شيء، اكتب STOP.
news-again = تصلك تذكيرات مواعيد التضامن منذ سنة. هل تريد الاستمرار؟ اكتب CONTINUER. بلا جواب، أمحو اشتراكك بعد 30 يومًا. للتوقف الآن، اكتب STOP.
