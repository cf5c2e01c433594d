"""Names of communes as people mistype them, and ordinary words that are none: how many are right, how fast.

    python -m tests.bench.bench_communes

The names are drawn from a seed, the larger the commune the oftener, and each is spoilt in one or two ways.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import accumulate
from time import perf_counter_ns

from rapidfuzz import process
from rapidfuzz.distance import OSA
from rich.console import Console
from rich.table import Table

from bot.talk.understanding import Understanding
from directory.communes.commune import Commune, Place
from directory.communes.gazetteer import Gazetteer
from directory.needs import Needs
from directory.words import fold

NAMES, SEED = 500, 11
# Words of what people ask that resemble names: Agde, Arcueil, Repaix…
ORDINARY = (
    "aide", "accueil", "repas", "bonjour", "merci", "urgent", "social", "solidaire", "enfant", "bebe",
    "travail", "emploi", "logement", "loyer", "dette", "facture", "argent", "papier", "medecin", "dentiste",
    "sante", "soin", "douche", "laverie", "linge", "vetement", "chaussure", "couverture", "duvet", "chaud",
    "froid", "manger", "boire", "dormir", "dehors", "rue", "foyer", "chambre", "lit", "nuit", "matin", "midi",
    "soir", "demain", "famille", "femme", "homme", "mere", "pere", "frere", "ami", "chien", "chat", "fauteuil",
    "handicap", "retraite", "jeune", "etudiant", "ecole", "creche", "garde", "cours", "francais", "langue",
    "interprete", "avocat", "juge", "police", "violence", "peur", "seule", "malade", "enceinte", "grossesse",
    "alcool", "drogue", "ecoute", "parler", "psy", "telephone", "internet", "ordinateur", "courrier", "adresse",
    "domicile", "dossier", "droit", "carte", "prefecture", "bus", "train", "voiture", "velo", "permis",
    "essence", "transport", "colis", "panier", "epicerie", "restos", "coeur", "secours", "croix", "gratuit",
    "ouvert", "ferme", "horaire", "rendez", "benevole", "association", "mairie",
)  # fmt: skip
SENTENCES = ("je cherche {}", "besoin de {} svp", "ou trouver {} ?", "{} pour ma famille", "c'est pour {} merci")


def spoilt(name: str, chance: random.Random) -> str:
    """A name without accents, then a slip or two, one at most in a short name, none in a very short one."""
    text = fold(name)
    slips = chance.choice((0, 1, 1, 1, 2))
    for _ in range(min(slips, len(text) // 4)):
        text = chance.choice(_SLIPS)(text, chance)
    return text


def _without_letter(text: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(text))
    return text[:at] + text[at + 1 :]


def _doubled(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text))
    return text[: at + 1] + text[at:]


def _swapped(text: str, chance: random.Random) -> str:
    at = chance.randrange(1, max(2, len(text) - 1))
    return text[:at] + text[at + 1 : at + 2] + text[at : at + 1] + text[at + 2 :]


def _other_letter(text: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(text))
    return text[:at] + chance.choice("aeiourstnlm") + text[at + 1 :]


def _without_hyphens(text: str, _: random.Random) -> str:
    return text.replace("-", " ").replace("'", " ")


def _abbreviated(text: str, _: random.Random) -> str:
    return text.replace("saint-", "st ").replace("sainte-", "ste ").replace("-sur-", " ").replace("-", " ")


def _by_ear(text: str, _: random.Random) -> str:
    for written, heard in (("eau", "o"), ("ph", "f"), ("qu", "k"), ("ll", "l"), ("tt", "t"), ("nn", "n"), ("ss", "s")):
        text = text.replace(written, heard)
    return text


_SLIPS: tuple[Callable[[str, random.Random], str], ...] = (
    *(_without_letter, _doubled, _swapped, _other_letter, _without_hyphens, _abbreviated, _by_ear),
)


def drawn(communes: list[Commune], chance: random.Random) -> list[tuple[str, str]]:
    """Pairs of a spoilt name and the true one, folded."""
    weights = list(accumulate(max(500, commune.population) for commune in communes))
    chosen = chance.choices(communes, cum_weights=weights, k=NAMES)
    return [(spoilt(commune.name, chance), fold(commune.name)) for commune in chosen]


def right(place: Place, name: str) -> bool:
    """Whether the commune was found, or is among those asked about."""
    found = (*((place.commune,) if place.commune else ()), *place.candidates, *place.misses)
    return name in {fold(commune.name) for commune in found}


def timed(ask: Callable[[str], object], texts: list[str]) -> tuple[float, float]:
    """Median and 99th percentile, µs, the best of three passages."""
    best = [10**12] * len(texts)
    for _ in range(3):
        for at, text in enumerate(texts):
            start = perf_counter_ns()
            ask(text)
            best[at] = min(best[at], perf_counter_ns() - start)
    best.sort()
    return best[len(best) // 2] / 1000, best[len(best) * 99 // 100] / 1000


def main() -> None:
    """Print how many are right, and the times; a peer that compares with every name."""
    gazetteer, needs = Gazetteer.load(None), Needs.load()
    communes = [gazetteer.commune(row) for row in range(len(gazetteer))]
    pairs = drawn([commune for commune in communes if not commune.parent], random.Random(SEED))
    names = [fold(commune.name) for commune in communes]
    table = Table("engine", "right", "median µs", "p99 µs", title=f"{NAMES} names of communes, mistyped")
    texts = [typed for typed, _ in pairs]
    found = sum(right(gazetteer.named(typed), name) for typed, name in pairs)
    median, slowest = timed(gazetteer.named, texts)
    table.add_row("solipacte", f"{found / NAMES:.1%}", f"{median:.0f}", f"{slowest:.0f}")

    def nearest(typed: str) -> str:
        return str(process.extractOne(typed, names, scorer=OSA.normalized_similarity)[0])

    found = sum(nearest(typed) == name for typed, name in pairs)
    median, slowest = timed(nearest, texts[:100])
    table.add_row("rapidfuzz, every name", f"{found / NAMES:.1%}", f"{median:.0f}", f"{slowest:.0f}")
    console = Console(width=120)
    console.print(table)
    understanding = Understanding(gazetteer, needs)
    said = [sentence.format(word) for word in ORDINARY for sentence in SENTENCES]
    wrong = [text for text in said if understanding.of(text).has_place]
    share = len(wrong) / len(said)
    console.print(f"{len(said)} sentences of ordinary words: {share:.1%} taken for a place (aim ≤ 5 %)")
    missed = [f"{typed} ({name})" for typed, name in pairs if not right(gazetteer.named(typed), name)]
    console.print(f"Not found: {', '.join(missed[:30])}")
    if wrong:
        console.print(f"Taken for a place: {', '.join(wrong[:20])}")


if __name__ == "__main__":
    main()
