## الأماكن حول بلدية، للطباعة؛ ومواعيد الأسبوع بالكلمات.

print-title = أين تجد المساعدة قرب { $place }
print-numbers = في خطر، أو تحتاج إلى الكلام
print-made = قائمة بتاريخ { $date }. المواعيد تتغيّر: اتصل قبل الذهاب.
print-fictional = عرض تجريبي: كل هذه الأماكن خيالية. لا تعلّق هذه الصفحة.
print-code = للبحث عن شيء آخر، افتح هذا العنوان أو وجّه الهاتف نحو هذا المربّع:
print-none = لا أعرف أي مكان على بعد أقل من 20 كم. اتصل بالبلدية، أو بالرقم 115 للنوم هذه الليلة.
print-more = أماكن أخرى غير مطبوعة هنا: { $count }
print-left-out = أماكن قريبة لم تتّسع لها هذه الأوراق: { $count }. اسأل الروبوت عنها.
print-checked = تمّ التحقق في { $date } (المصدر: { $source })
print-invented = { $title }، مكان خيالي
print-source = { $source } ({ $licence })
print-sources = المصادر: { $sources }.
print-licence-unknown = الترخيص يُطلب من المصدر
print-back = العودة إلى المحادثة
print-link = للطباعة، الأماكن قرب { $place }: { $url }

week-from-to = من { $first } إلى { $last }
week-every-day = كل يوم
week-days = { $days }: { $hours }
week-slot = من { $opens } إلى { $closes }
week-join = { "؛ " }
week-midnight = منتصف الليل
week-holidays-off = مغلق في أيام العطل الرسمية
week-nth-1 = أول { $day } من الشهر
week-nth-2 = ثاني { $day } من الشهر
week-nth-3 = ثالث { $day } من الشهر
week-nth-4 = رابع { $day } من الشهر
week-nth-5 = خامس { $day } من الشهر
week-nth-9 = آخر { $day } من الشهر
week-as-written = المواعيد المذكورة: { $said }
