ask-place = في أي مدينة؟ اكتب اسمها أو رمزها البريدي.
ask-place-for = { $need }: في أي مدينة؟ اكتب اسمها أو رمزها البريدي.
ask-need = ماذا تحتاج في { $place }؟
which-place = هناك عدة مدن اسمها «{ $name }». أيّها؟ أجب برقم، أو اكتب الرمز البريدي.
which-place-option = { $commune } ({ $departement })
place-unknown = لا أجد مدينة اسمها «{ $name }». اكتبها بطريقة أخرى، أو أعط الرمز البريدي.
place-did-you-mean = لا أجد مدينة اسمها «{ $name }». هل هي إحدى هذه؟ وإلا فاكتب الرمز البريدي.
place-abroad = هذا الموقع ليس في فرنسا. اكتب اسم مدينة أو رمزًا بريديًا.
place-too-wide = { $name } منطقة واسعة. في أي مدينة؟ اكتب اسمها أو رمزها البريدي.

words-typed = «{ $words }»
results = { $need } قرب { $place }:
results-around = { $need } حول الرمز البريدي { $postal } ({ $count ->
    [zero] لا بلدية
    [one] بلدية واحدة
    [two] بلديتان
    [few] { $count } بلديات
    [many] { $count } بلدية
   *[other] { $count } بلدية
}):
results-next = التالي: { $need } قرب { $place }:
guessed-place = فهمت { $place }. هل هذا خطأ؟ اكتب الرمز البريدي.
kept-place = ما زلت أبحث في { $place }. لمكان آخر، اكتب مدينة أخرى.
kept-need = ما زلت تبحث عن: { $need }.
widened = لا شيء على بعد أقل من { $near } كم: بحثت حتى { $far } كم.
filters = أعرض فقط: { $filters }.
filters-first = أولاً: { $filters }.
filters-rest = الأماكن التالية ليست كذلك أو لا تذكر ذلك: اسأل قبل الذهاب.
filter-now = مفتوح الآن
filter-moment = مفتوح { $moment }
filter-animals = الحيوانات مقبولة
filter-wheelchair = يمكن الدخول بكرسي متحرك
filter-free = مجاناً
filter-interpreters = مع مترجم
filter-publics = الفئة: { $publics }
hidden-closed = { $count ->
    [zero] لا توجد أماكن أخرى مغلقة في هذا الوقت.
    [one] يوجد مكان آخر مغلق في هذا الوقت أو لا يذكر أوقاته.
    [two] يوجد مكانان آخران مغلقان في هذا الوقت أو لا يذكران أوقاتهما.
    [few] توجد { $count } أماكن أخرى مغلقة في هذا الوقت أو لا تذكر أوقاتها.
    [many] يوجد { $count } مكانًا آخر، وهي مغلقة في هذا الوقت أو لا تذكر أوقاتها.
   *[other] يوجد { $count } مكان آخر، وهي مغلقة في هذا الوقت أو لا تذكر أوقاتها.
}
none-open = لا أجد مكانًا مفتوحًا بالتأكيد في هذا الوقت. هذه أقرب الأماكن: اتصل قبل أن تذهب.
remote = عن بُعد، دون تنقل:
fictional = مثال وهمي: هذا المكان مخترع للعرض فقط، لا تذهب إليه.
fictional-all = عرض تجريبي: كل هذه الأماكن مخترعة.
no-more = لا توجد نتائج أخرى. يمكنك البحث عن شيء آخر أو في مدينة أخرى.

nothing = لم أجد شيئًا عن: { $need }، على بعد أقل من { $far } كم من { $place }.
nothing-directory = دليلي لا يزال فارغًا: الجهة التي تستخدمني لم تملأه بعد.
nothing-try = حاول دون تحديد الوقت أو الفئة، أو في مدينة أخرى.
advice-ccas = يمكن لبلدية { $place } (CCAS) ولمكتب France services أن يساعداك ويرشداك.
advice-ccas-anywhere = يمكن للبلدية (CCAS) ولمكتب France services أن يساعداك ويرشداك.
professionals-only = لا يُطلب هذا المكان إلا عن طريق مختص: اطلب ذلك من مساعدة اجتماعية (assistante sociale).
address-hidden = العنوان سري لحماية الأشخاص.

card-title = { $service } ({ $structure })
free = مجاني
paid = بمقابل مالي
paid-detail = بمقابل مالي: { $detail }
distance-km = { $km } كم
distance-m = { $m } م
distance-near = قريب جدًا
where = { $place }، على بعد { $distance }
where-near = { $place }، قريب جدًا
phone = الهاتف: { $number }
phone-premium = الهاتف: { $number } (مكالمة مدفوعة)
mail = البريد الإلكتروني: { $address }
address = العنوان: { $address }
map = الخريطة: { $url }
link = الموقع: { $url }
booking = حجز موعد: { $url }
conditions = للعلم: { $text }
for-publics = الفئة: { $publics }
checked-today = تم التحقق اليوم
checked-days = { $days ->
    [zero] تم التحقق اليوم
    [one] تم التحقق قبل يوم واحد
    [two] تم التحقق قبل يومين
    [few] تم التحقق قبل { $days } أيام
    [many] تم التحقق قبل { $days } يومًا
   *[other] تم التحقق قبل { $days } يوم
}
checked-old = تم التحقق في { $date }: اتصل للتأكد
animals-yes = الحيوانات مقبولة
wheelchair-yes = يمكن الدخول بكرسي متحرك

open-until = مفتوح، يغلق الساعة { $time }
open-until-day = مفتوح، يغلق { $day } الساعة { $time }
open-always = مفتوح ليلًا ونهارًا
open-then = مفتوح { $moment }
closed = مغلق
closed-until-today = مغلق، يفتح اليوم الساعة { $time }
closed-until-tomorrow = مغلق، يفتح غدًا الساعة { $time }
closed-until-day = مغلق، يفتح يوم { $day } الساعة { $time }
closed-until-date = مغلق، يفتح في { $date } الساعة { $time }
closed-for-now = مغلق استثنائيًا حتى { $date }
closed-for-now-reason = مغلق استثنائيًا حتى { $date }: { $reason }
door-unknown = أوقات العمل غير معروفة: اتصل قبل أن تذهب
door-unknown-no-phone = أوقات العمل غير معروفة
hours-raw = الأوقات المذكورة: { $raw }. اتصل قبل أن تذهب
hours-comment = { $hours } ({ $comment })

clock-hour = { $hour }:00
clock-hour-minute = { $hour }:{ $minute }
day-today = اليوم
day-tomorrow = غدًا
day-after-tomorrow = بعد غد
moment-now = الآن
moment-day = { $day }
moment-day-part = { $day } { $part }
moment-day-hour = { $day } الساعة { $time }
moment-weekend = في عطلة نهاية الأسبوع
part-morning = صباحًا
part-noon = ظهرًا
part-afternoon = بعد الظهر
part-evening = مساءً
part-night = ليلًا
part-today-morning = هذا الصباح
part-today-noon = ظهر اليوم
part-today-afternoon = بعد ظهر اليوم
part-today-evening = هذا المساء
part-today-night = هذه الليلة

public-actifs = العاملون
public-beneficiaires-des-minimas-sociaux = المستفيدون من الإعانات الاجتماعية
public-demandeurs-emploi = الباحثون عن عمل
public-etudiants = الطلاب
public-familles = العائلات
public-femmes = النساء
public-jeunes = الشباب
public-personnes-en-situation-de-handicap = الأشخاص ذوو الإعاقة
public-personnes-en-situation-durgence = الأشخاص في حالة طارئة
public-personnes-en-situation-juridique-specifique = الأشخاص الخاضعون لتدبير قضائي
public-personnes-exilees = اللاجئون والمهاجرون
public-residents-qpv-frr = سكان الأحياء ذات الأولوية أو المناطق الريفية الهشة
public-seniors = كبار السن

more-results = نتائج أخرى
only-open = مفتوح الآن
keep-search = احتفظ بهذا البحث
other-need = البحث عن شيء آخر
everywhere = دون هذه الشروط
share-position = مشاركة موقعي

kept = تم الحفظ. عد متى شئت عبر هذا الرابط السري: { $url }
kept-how = احتفظ بهذا الرابط لنفسك: يفتح بحثك محدّثًا. يُمحى بعد { $days ->
    [zero] أقل من يوم
    [one] يوم واحد
    [two] يومين
    [few] { $days } أيام
    [many] { $days } يومًا
   *[other] { $days } يوم
}.
kept-nothing = لا يوجد بحث لحفظه بعد. قل لي ماذا تحتاج، وأين.
kept-gone = هذا الرابط غير موجود أو لم يعد موجودًا. قل لي ماذا تحتاج، وأين.
