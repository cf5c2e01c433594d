broader = Нічого не знайдено: { $need }, поблизу { $place }. Ширше: { $theme }.
nearest-far = Найближче місце далеко: зателефонуйте, перш ніж іти.
sent-by = Щоб отримати направлення: { $name }, { $place } ({ $distance }). { $opening }
