broader = I found nothing for: { $need }, near { $place }. More broadly: { $theme }.
nearest-far = The nearest place is far away: call before you go.
sent-by = To be referred: { $name }, { $place } ({ $distance }). { $opening }
relaxed = No place is marked for: { $publics }. Here are the others: read who they are for, or call.
also-told = Also in: { $sources }
