"""What is answered, what is not, and why."""

from __future__ import annotations

import pytest

from knowledge.base import Knowledge
from knowledge.comparing import compare
from knowledge.composing import paragraph
from knowledge.finding import Finding
from knowledge.thread import Thread, thread_from


def text(knowledge: Knowledge, finding: Finding) -> str:
    """All that would be said, values included."""
    said = []
    for record in finding.records:
        told = paragraph(record, finding.question.territories, knowledge.territories)
        said += [told.text, *(f"{' '.join(line.territories)} {line.said}" for line in told.lines)]
    return "\n".join(said)


@pytest.mark.parametrize(
    ("question", "held", "absent"),
    [
        ("combien la Somme met-elle pour la prévention spécialisée des 16-25 ans", "1 058 000", "3 450 000"),
        ("enfants pauvres en Côte-d'Or", "16,7", "24,4"),
        ("que signifie CCAPEX", "prévention des expulsions", "Hauts-de-France"),
        ("quels organismes siègent au comité de suivi en Hauts-de-France", "MSA", "Compas"),
        ("quelles communes ont gagné le fonds d'innovation petite enfance en Pays de la Loire", "Saumur", "920 123"),
        ("how many structures run SEVE Emploi in Pays de la Loire", "9 structures", "Oise"),
    ],
)
def test_an_answer_holds_what_is_asked_and_nothing_of_another_place(
    knowledge: Knowledge, question: str, held: str, absent: str
) -> None:
    finding = knowledge.ask(question)
    assert finding.known
    assert held in text(knowledge, finding)
    assert absent not in text(knowledge, finding)


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("de quoi parle l'axe 6", "axis"),
        ("taux de pauvreté en Mayenne", "territory"),
        ("montant du contrat de la Sarthe", "value"),
        ("qui est le préfet des Hauts-de-France", "person"),
        ("recette du gâteau au chocolat", "subject"),
        ("qui a précédé Anne Rubinstein", "value"),
        ("quel financement de l'axe 3 en Occitanie en 2029", "year"),
    ],
)
def test_what_is_not_held_is_told_with_its_reason(knowledge: Knowledge, question: str, reason: str) -> None:
    finding = knowledge.ask(question)
    assert not finding.known
    assert finding.reason == reason


@pytest.mark.parametrize(
    ("before", "question", "held"),
    [
        ("taux de pauvreté de la population en Haute-Saône", "et dans le Doubs ?", "12,2"),
        ("montant de l'axe 4 en Occitanie en 2024", "et l'axe 2 ?", "10,9"),
        ("que veut dire CALPAE", "et CDIE ?", "conventions départementales"),
        ("quand la Sarthe a-t-elle voté son contrat", "et la Vendée ?", "17 mai"),
        ("taux de pauvreté dans la Nièvre", "et pour les enfants ?", "24,4"),
        ("quand la Vendée a-t-elle voté son contrat", "combien d'actions ?", "8 actions"),
        ("combien l'Oise consacre-t-elle au binôme d'accompagnement global", "et l'Aisne ?", "902 000"),
    ],
)
def test_a_question_goes_on_from_the_one_before(knowledge: Knowledge, before: str, question: str, held: str) -> None:
    first = knowledge.ask(before)
    assert first.known
    # What is kept between two messages is enough to go on.
    kept = thread_from(Thread(first.question, tuple(r.id for r in first.records)).to_json(), knowledge.index)
    assert kept is not None
    assert held in text(knowledge, knowledge.ask(question, before=kept.question))


def test_what_is_kept_holds_none_of_the_persons_own_words(knowledge: Knowledge) -> None:
    asked = knowledge.ask("Jean Quidam veut le taux de pauvreté dans la Nièvre").question
    kept = Thread(asked).to_json()
    assert "quidam" not in str(kept).lower()
    assert kept["territories"] == ["dep-58"]
    assert thread_from(None, knowledge.index) is None


def test_the_highest_and_the_lowest(knowledge: Knowledge) -> None:
    for question, how, first in (
        ("quel département de Bourgogne-Franche-Comté a le plus d'enfants pauvres", "most", "dep-58"),
        ("quel département a le moins d'enfants pauvres", "least", "dep-39"),
    ):
        finding = knowledge.ask(question)
        compared = compare(finding.records[0], finding.question, knowledge.territories)
        assert compared is not None
        assert compared.how == how
        assert compared.values[0].territories == (first,)


def test_a_plain_sum_counts_each_place_once(knowledge: Knowledge) -> None:
    finding = knowledge.ask("combien d'actions au total dans les contrats des Pays de la Loire")
    compared = compare(finding.records[0], finding.question, knowledge.territories)
    assert compared is not None
    assert (compared.how, compared.total) == ("sum", 80.0)


def test_two_places_are_compared(knowledge: Knowledge) -> None:
    finding = knowledge.ask("comparez les enfants pauvres du Jura et de la Nièvre")
    compared = compare(finding.records[0], finding.question, knowledge.territories)
    assert compared is not None
    assert [value.territories[0] for value in compared.values] == ["dep-58", "dep-39"]


def test_ones_own_region_comes_first(knowledge: Knowledge) -> None:
    national = knowledge.ask("axe 4 transition écologique")
    own = knowledge.ask("axe 4 transition écologique", own="dep-31")
    assert national.records[0].territories != ("reg-76",)
    assert any("reg-76" in record.territories for record in own.records)


def test_a_very_long_question_is_read(knowledge: Knowledge) -> None:
    assert knowledge.ask("pauvreté " * 10_000) is not None
