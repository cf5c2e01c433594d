"""Offering to take part in a local pact: seven questions, everything read again, an agreement, a number."""

from __future__ import annotations

from dataclasses import replace

from bot.handlers.form import AnswerError, Form, Known
from bot.handlers.menu import main_choices
from bot.handlers.offer_text import names_somebody, proposal_lines
from bot.handlers.official_contacts import official_contact
from bot.handlers.participate_answers import HERE, LONGEST_SAID, clean, proposal_of
from bot.handlers.participate_questions import OWN_SKIP, QUESTIONS
from bot.records.offer import Proposal
from bot.records.offer_effects import DropDraft, KeepDraft, SendOffer
from bot.talk.message import Choice, Reply, Step, Text
from bot.talk.router import Router
from bot.talk.turn import Turn
from directory.words import words

router = Router()

COMMAND, OWN = "participer", "mesoffres"
_AGREED, _CHANGED, _RESUMED = "offre.accord", "offre.changer", "offre.reprise"
_SEND, _REFUSE, _CHANGE = "envoyer", "refuser", "changer"
_YESES = frozenset(
    [
        "d accord",
        "daccord",
        "oui",
        "ouais",
        "oui d accord",
        "jaccepte",
        "ok",
        "j accepte",
        "yes",
        "i agree",
        "envoyer",
        "si",
        "так",
        "نعم",
        "accord",
    ]
)
_NOES = frozenset(["pas d accord", "pas daccord", "non", "no", "je refuse", "je ne suis pas d accord", "ні", "لا"])
_GO_ON = frozenset(["continuer", "continue", "go on", "continuar", "продовжити", "استمرار"])
_LEAVES = frozenset(["annuler", "annule", "laisse tomber", "cancel", "الغاء", "cancelar", "скасувати"])
_TOGETHER = {"profile": ("profile", "name")}
"""What is asked again together."""


def _refused(turn: Turn, wrong: ValueError) -> Text:
    values = wrong.values if isinstance(wrong, AnswerError) else {}
    return Text(turn.voice(str(wrong), most=LONGEST_SAID, count=len(turn.argument), **values))


async def review(turn: Turn, known: Known) -> Reply:
    """Everything that was answered, and what one agrees to."""
    voice, proposal = turn.voice, proposal_of(known, turn.voice.language)
    here = known["contact"] == HERE
    blocks = [Text(voice("offer-review")), Text("\n".join(proposal_lines(turn, proposal, here=here)))]
    if names_somebody(proposal.said):
        blocks.append(Text(voice("offer-names-somebody")))
    place = turn.knowledge.territories.name(proposal.territory)
    blocks.append(Text(voice("offer-consent", place=place)))
    choices = (
        Choice(voice("offer-agree"), f"/{COMMAND} {_SEND}"),
        Choice(voice("offer-change"), f"/{COMMAND} {_CHANGE}"),
        Choice(voice("offer-refuse"), f"/{COMMAND} {_REFUSE}"),
    )
    return Reply(tuple(blocks), choices, then=Step(_AGREED, known))


def _left(turn: Turn) -> Reply:
    return Reply((Text(turn.voice("offer-dropped")),), main_choices(turn.voice), effects=(DropDraft(),))


def _kept(reply: Reply) -> Reply:
    """With what was answered so far kept."""
    then = reply.then
    return replace(reply, effects=(*reply.effects, KeepDraft(then.known))) if then and then.known else reply


FORM = Form(
    step="offre",
    sentences="offer",
    questions=QUESTIONS,
    done=review,
    refused=_refused,
    errors=(AnswerError,),
    clean=clean,
    of=COMMAND,
    leave="annuler",
    leaving=_left,
    words=_LEAVES,
    skip_words=OWN_SKIP,
    dressed=_kept,
)
FORM.register(router)


@router.command(COMMAND, "proposer", personal=True)
async def participate(turn: Turn) -> Reply:
    """Begin an offer, or take up the one that was begun; `envoyer`, `changer`, `refuser` what was read again."""
    voice, decided = turn.voice, turn.argument.strip().lower()
    if decided in (_SEND, _CHANGE, _REFUSE):
        step = turn.person.state.step
        if step is None or step.name != _AGREED:
            return Reply((Text(voice("offer-gone")),), main_choices(voice))
        return await _decided(turn, decided)
    if await _draft(turn):
        choices = (Choice(voice("offer-resume-go"), "oui"), Choice(voice("offer-resume-new"), "non"))
        return Reply((Text(voice("offer-resume")),), choices, then=Step(_RESUMED))
    return _begin(turn)


def _begin(turn: Turn) -> Reply:
    said = (Text(turn.voice("offer-begin")), Text(turn.voice("offer-before-agreed")))
    return FORM.ask(turn, QUESTIONS[0], {}, *said)


async def _draft(turn: Turn) -> dict[str, str] | None:
    return await turn.offers.draft(turn.person.uid, now=turn.now) if turn.offers else None


@router.form(_RESUMED, asks=participate, of=COMMAND, words=_YESES | _NOES | _GO_ON)
async def resumed(turn: Turn) -> Reply:
    """Go on with what was begun, or begin anew."""
    said, draft = " ".join(words(turn.argument)), await _draft(turn)
    if draft is None or said in _NOES:
        return replace(_begin(turn), effects=(DropDraft(),))
    return await FORM.go_on(turn, draft) if said in _YESES | _GO_ON else await participate(turn)


async def _reviewed(turn: Turn) -> Reply:
    return await review(turn, turn.known)


@router.form(_AGREED, asks=_reviewed, of=COMMAND, words=_LEAVES | _NOES | _YESES)
async def agreed(turn: Turn) -> Reply:
    """Yes, no, or something to change, in words."""
    said = " ".join(words(turn.argument))
    if said in _LEAVES:
        return _left(turn)
    decided = _SEND if said in _YESES else _REFUSE if said in _NOES else _CHANGE if said.startswith("chang") else ""
    return await _decided(turn, decided)


async def _decided(turn: Turn, what: str) -> Reply:
    if what == _SEND:
        return await _sent(turn)
    if what == _REFUSE:
        return _not_sent(turn)
    if what == _CHANGE:
        names = ("profile", "territory", "subject", "means", "said", "contact")
        choices = tuple(Choice(turn.voice(f"offer-change-{name}"), name) for name in names)
        return Reply((Text(turn.voice("offer-which-answer")),), choices, then=Step(_CHANGED, turn.known))
    return await review(turn, turn.known)


@router.step(_CHANGED, of=COMMAND)
async def changed(turn: Turn) -> Reply:
    """Ask one question again; the others keep their answers."""
    name = turn.argument.strip()
    if name not in {question.name for question in QUESTIONS}:
        return await review(turn, turn.known)
    again = _TOGETHER.get(name, (name,))
    return FORM.ask(turn, FORM.named(name), {each: said for each, said in turn.known.items() if each not in again})


async def _sent(turn: Turn) -> Reply:
    """The receipt."""
    voice, known = turn.voice, turn.known
    proposal = proposal_of(known, voice.language)
    if turn.offers is None or await _draft(turn) is None:
        return Reply((Text(voice("offer-gone")),), main_choices(voice))
    number = await turn.offers.new_number(proposal.territory)
    contact = official_contact(turn.knowledge, [proposal.territory], in_writing=True)
    blocks = [Text(voice("offer-sent", number=number)), Text(voice(_how_told(turn, known, proposal)))]
    if not (await turn.offers.readers(turn.around(proposal.territory)) or (contact and turn.mails)):
        blocks += [Text(voice("offer-nobody-yet")), official(turn, proposal)]
    return Reply(tuple(blocks), effects=(SendOffer(number, proposal),))


def _how_told(turn: Turn, known: Known, proposal: Proposal) -> str:
    """The sentence that says how the author will hear of it."""
    if turn.message.author:
        return "offer-next-here"
    if proposal.reach.mail and turn.mails:
        return "offer-next-mail"
    return "offer-next-reach" if proposal.reach.phone or known["contact"] else "offer-next-silent"


def _not_sent(turn: Turn) -> Reply:
    proposal = proposal_of(turn.known, turn.voice.language)
    blocks = (Text(turn.voice("offer-refused")), official(turn, proposal))
    return Reply(blocks, main_choices(turn.voice), effects=(DropDraft(),))


def official(turn: Turn, proposal: Proposal) -> Text:
    """Where to write instead, with its source."""
    contact = official_contact(turn.knowledge, [proposal.territory], in_writing=True)
    if contact is None:
        return Text(turn.voice("offer-official-none"))
    source = turn.knowledge.library.documents[contact.document].short
    return Text(turn.voice("offer-official", contact=contact.address, source=source))
