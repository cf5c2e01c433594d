## Ce que Telegram montre : bouton de position, menu des commandes, présentation, recherche depuis une autre conversation.

telegram-share-position = 📍 إرسال موقعي
telegram-not-yours = هذا الزر لشخص آخر. اكتب لي على الخاص.
telegram-inline-title = البحث عن مساعدة قرب شخص ما
telegram-inline-hint = اكتب حاجة ومدينة، مثلًا: دوش نانت
telegram-inline-all = كل النتائج
telegram-short = إيجاد مساعدة قريبة في فرنسا.
telegram-description = أنا روبوت. أساعدك على إيجاد مساعدة قريبة منك: الأكل، النوم، الاغتسال، العلاج، حقوقك. لا أحتفظ برسائلك. هل أنت في خطر؟ اتصل بالرقم 112 أو أرسل رسالة نصية إلى 114.
telegram-command-menu = البحث عن مساعدة
telegram-command-aide = كيف يعمل
telegram-command-urgence = أرقام الطوارئ
telegram-command-langue = تغيير اللغة
telegram-command-agenda = المواعيد القادمة
telegram-command-abonner = استلام التذكيرات
telegram-command-departement = مقاطعتي
telegram-command-mesdonnees = ما تحتفظ به عني
telegram-command-supprimer = محو كل شيء
telegram-command-stop = توقف
