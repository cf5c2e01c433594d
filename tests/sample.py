"""A small invented directory in data·inclusion v1: what the transcripts talk about."""

from __future__ import annotations

from typing import Any

ALI = "equipement-et-alimentation--alimentation"
ADM = "difficultes-administratives-ou-juridiques--accompagnement-aux-demarches-administratives"
DRO = "difficultes-administratives-ou-juridiques--accompagnement-pour-lacces-aux-droits"
HEB = "logement-hebergement--rechercher-une-solution-dhebergement-temporaire"
SOI = "sante--acces-aux-soins"
VIO = "famille--surmonter-conflits-separation-violence"

# id, name, commune, postal code, INSEE, address, latitude, longitude, phone
_STRUCTURES = [
    ("nantes-escale", "Accueil de jour L’Escale", "Nantes", "44000", "44109", "12 rue des Olivettes", 47.2130, -1.5480, "02 61 91 10 01"),
    ("nantes-bains", "Bains-douches municipaux", "Nantes", "44200", "44109", "3 quai Magellan", 47.2098, -1.5421, "02 61 91 10 02"),
    ("nantes-coeur", "Les Repas du quartier", "Nantes", "44000", "44109", "8 rue de Strasbourg", 47.2195, -1.5510, "02 61 91 10 03"),
    ("nantes-ccas", "CCAS de Nantes", "Nantes", "44000", "44109", "1 rue Garde-Dieu", 47.2170, -1.5540, "02 61 91 10 04"),
    ("nantes-refuge", "Maison Olympe", "Nantes", "44100", "44109", "5 rue Cachée", 47.2060, -1.5800, "02 61 91 10 05"),
    ("reze-epicerie", "Épicerie solidaire La Marmite", "Rezé", "44400", "44143", "20 rue de la Commune", 47.1910, -1.5490, "02 61 91 10 06"),
    ("roubaix-colis", "Entraide roubaisienne", "Roubaix", "59100", "59512", "4 rue de l’Alma", 50.6930, 3.1810, "03 53 01 20 01"),
    ("lille-halte", "Halte de nuit Le Phare", "Lille", "59000", "59350", "9 rue du Port", 50.6320, 3.0450, "03 53 01 20 02"),
    ("lille-cafe", "Le Café des voisins", "Lille", "59800", "59350", "30 rue de Fives", 50.6350, 3.0800, None),
    ("dijon-pass", "PASS du centre hospitalier", "Dijon", "21000", "21231", "14 rue Gaffarel", 47.3210, 5.0680, "03 53 01 21 01"),
    ("dijon-fle", "Atelier des langues", "Dijon", "21000", "21231", "6 rue Condorcet", 47.3280, 5.0300, "03 53 01 21 02"),
    ("stdenis-repas", "La Case à manger", "Saint-Denis", "97400", "97411", "2 rue de Paris", -20.8800, 55.4500, "02 62 00 00 01"),
    ("toulouse-droits", "Point d’accès aux droits", "Toulouse", "31000", "31555", "7 rue Bayard", 43.6090, 1.4520, "05 36 49 31 01"),
    ("distance-numerique", "Plateforme Solidarité numérique", "Paris", "75011", "75111", None, 48.8600, 2.3790, "01 99 00 75 01"),
]  # fmt: skip

# structure, id, name, description, thématiques, hours, publics, more
_SERVICES: list[tuple[str, str, str, str, list[str], str | None, list[str], dict[str, Any]]] = [
    ("nantes-escale", "douche", "Douches", "Douches gratuites, serviette et savon fournis. Animaux acceptés.", [], "Mo-Sa 08:00-12:00; PH off", ["tous-publics"], {}),
    ("nantes-escale", "laverie", "Laverie solidaire", "Lavage et séchage du linge.", [], "Mo-Fr 13:30-17:00; PH off", ["tous-publics"], {"conditions_acces": "Inscription la veille."}),
    ("nantes-escale", "jour", "Accueil de jour", "Se poser, boire un café, recharger son téléphone.", [HEB], "Mo-Su 08:00-17:30", ["tous-publics"], {}),
    ("nantes-bains", "douche", "Douches publiques", "Douches. Accessible aux personnes à mobilité réduite.", [], "Tu-Su 07:00-19:30; PH off", ["tous-publics"], {"frais": "payant", "frais_precisions": "1 € la douche"}),
    ("nantes-coeur", "repas", "Repas chauds", "Repas chaud gratuit, à table ou à emporter, sans inscription.", [ALI], "Mo-Fr 12:00-13:30,18:30-20:00", ["tous-publics"], {}),
    ("nantes-coeur", "colis", "Colis alimentaire", "Distribution de colis de produits secs et frais.", [ALI], "Tu,Fr 14:00-16:30; PH off", ["familles"], {}),
    ("nantes-ccas", "social", "Accompagnement social", "Une assistante sociale vous reçoit, fait le point sur vos droits (RSA, aides).", [DRO], "Mo-Fr 09:00-12:00,14:00-17:00; PH off", ["tous-publics"], {}),
    ("nantes-ccas", "domiciliation", "Domiciliation", "Avoir une adresse pour recevoir son courrier.", [ADM], "Mo-Fr 09:00-12:00; PH off", ["tous-publics"], {}),
    ("nantes-refuge", "refuge", "Hébergement de femmes victimes de violences", "Mise à l’abri des femmes et de leurs enfants.", [HEB, VIO], "24/7", ["femmes"], {}),
    ("nantes-refuge", "ecoute", "Écoute des femmes victimes de violences", "Écoute et accompagnement.", [VIO], "Mo-Fr 09:00-18:00; PH off", ["femmes"], {}),
    ("reze-epicerie", "epicerie", "Épicerie sociale et solidaire", "Produits à petit prix, sur orientation.", [ALI], "We 09:00-11:30", ["tous-publics"], {"mobilisable_par": ["professionnels"], "conditions_acces": "Sur orientation d’un travailleur social."}),
    ("roubaix-colis", "colis", "Colis alimentaire", "Colis de produits secs et frais. Apporter un sac.", [ALI], "Tu,Fr 14:00-16:30; PH off", ["tous-publics"], {}),
    ("roubaix-colis", "repas", "Repas chauds", "Repas chaud gratuit, sans inscription.", [ALI], "Mo-Sa 11:30-13:30", ["tous-publics"], {}),
    ("lille-halte", "halte", "Halte de nuit", "Mise à l’abri pour la nuit, fauteuils de repos, boissons chaudes.", [HEB], "Mo-Su 20:00-07:30", ["tous-publics"], {}),
    ("lille-cafe", "cafe", "Petit-déjeuner solidaire", "Petit-déjeuner gratuit.", [ALI], None, ["tous-publics"], {}),
    ("dijon-pass", "pass", "Permanence d’accès aux soins de santé (PASS)", "Médecin et dentiste sans couverture maladie. Interprètes.", [SOI], "Mo-Fr 08:30-16:30; PH off", ["tous-publics"], {}),
    ("dijon-fle", "fle", "Cours de français", "Apprendre le français, tous niveaux.", ["lecture-ecriture-calcul--maitriser-le-francais"], "Mo,Th 14:00-16:00; SH off", ["personnes-exilees"], {}),
    ("stdenis-repas", "repas", "Repas chauds", "Repas chaud gratuit.", [ALI], "Mo-Sa 11:00-13:30", ["tous-publics"], {}),
    ("toulouse-droits", "droits", "Aide aux démarches", "Aide à remplir les dossiers (RSA, CAF).", [ADM], "lundi et jeudi matin", ["tous-publics"], {}),
    ("distance-numerique", "aide", "Aide numérique par téléphone", "Aide pour vos démarches en ligne.", ["numerique--acceder-a-des-services-en-ligne"], "Mo-Fr 09:00-18:00", ["tous-publics"], {"modes_accueil": ["a-distance"], "zone_eligibilite": ["france"]}),
]  # fmt: skip


def structures() -> list[dict[str, Any]]:
    """Structures as data·inclusion records."""
    names = ("id", "nom", "commune", "code_postal", "code_insee", "adresse", "latitude", "longitude", "telephone")
    return [
        {
            **dict(zip(names, row, strict=True)),
            "id": f"exemple--{row[0]}",
            "source": "exemple",
            "date_maj": "2026-01-05",
        }
        for row in _STRUCTURES
    ]


def services() -> list[dict[str, Any]]:
    """Services as data·inclusion records; places and phones come from their structures."""
    by_id = {record["id"]: record for record in structures()}
    found = []
    for structure, name, nom, description, themes, hours, publics, more in _SERVICES:
        place = by_id[f"exemple--{structure}"]
        copied = ("commune", "code_postal", "code_insee", "adresse", "latitude", "longitude", "telephone")
        found.append(
            {
                **{field: place[field] for field in copied},
                "source": "exemple",
                "id": f"exemple--{structure}-{name}",
                "structure_id": f"exemple--{structure}",
                "nom": nom,
                "description": description,
                "date_maj": "2026-01-05",
                "thematiques": themes or None,
                "publics": publics,
                "horaires_accueil": hours,
                "frais": "gratuit",
                "modes_accueil": ["en-presentiel"],
                "mobilisable_par": ["usagers", "professionnels"],
                **more,
            }
        )
    return found
