# Signaler une erreur de l’annuaire.

report-offer = الإبلاغ عن خطأ
report-nothing = ابحث أولاً عن مكان. ثم اكتب «إبلاغ».
report-which = أي مكان وصفه خاطئ؟
report-no-such-rank = { $count ->
    [1] في القائمة الأخيرة مكان واحد فقط. اكتب 1.
   *[other] في القائمة الأخيرة { $count } أماكن. اكتب رقم المكان.
}
report-gone = لم يعد هذا المكان في الدليل.
report-what = ما الخطأ في: { $name }؟
report-closed = مغلق نهائياً
report-hours = المواعيد
report-phone = رقم الهاتف
report-moved = العنوان: انتقلوا
report-shut = مغلق لبضعة أيام
report-other = شيء آخر
report-leave = إلغاء
report-thanks = شكراً. سيتحقق القائمون على الدليل. سأخبرك بما فعلوه.
report-add = إضافة كلمة
report-word = ماذا تعرف؟ اكتبه بكلمات قليلة، دون اسم أحد.
report-word-long = هذا طويل جداً: { $count } حرفاً. اكتب { $most } حرفاً على الأكثر.
report-added = تم التسجيل. شكراً.
report-too-many = أبلغت كثيراً اليوم. شكراً. عد غداً.
report-told-corrected = شكراً! كنت قد أبلغت عن: { $name }. تم تصحيح الدليل.
report-told-confirmed = كنت قد أبلغت عن: { $name }. تحققنا: الدليل صحيح. شكراً لك.
report-told-withdrawn = شكراً! كنت قد أبلغت عن: { $name }. لم يعد هذا المكان معروضاً.
data-report = خطأ أبلغت عنه في { $date }: { $reason }.
data-report-word = كلماتك: { $said }
