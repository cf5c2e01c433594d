broader = No he encontrado nada para: { $need }, cerca de { $place }. De forma más amplia: { $theme }.
nearest-far = El lugar más cercano está lejos: llame antes de ir.
sent-by = Para que le orienten: { $name }, { $place } ({ $distance }). { $opening }
relaxed = Ningún lugar está indicado para: { $publics }. Estos son los demás: lea para quién son, o llame.
also-told = También en: { $sources }
