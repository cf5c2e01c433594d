broader = لم أجد شيئًا عن: { $need }، قرب { $place }. إليك بشكل أوسع: { $theme }.
nearest-far = أقرب مكان بعيد: اتصل قبل أن تذهب.
sent-by = لتوجيهك: { $name }، { $place } ({ $distance }). { $opening }
relaxed = لا يوجد مكان مخصص لـ: { $publics }. هذه أماكن أخرى: اقرأ لمن هي، أو اتصل.
also-told = أيضاً في: { $sources }
