"""What courts make of decisions: annulled, upheld, reversed; by the verb or noun of the ruling and what it is about.

An appeal that fails leaves the decision standing, one that succeeds takes it away; who refuses to annul upholds. A
ruling on a court's decision that takes it away is a reversal.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from seed.extract.candidates.candidate import Draft, Scene
from seed.extract.candidates.sides import actors_in
from seed.extract.coreference.actor import Actor, registered
from seed.extract.lexicon import verdicts
from seed.extract.lexicon.kinds import AUTHORITY, PARTY, TARGET
from seed.extract.lexicon.places import place_at
from seed.extract.scope import modality
from seed.extract.scope.earlier_decisions import COURTS, has_particle, owners, target_of
from seed.extract.syntax import arguments
from seed.extract.syntax.tree import Word
from seed.extract.text.tokens import fold

Outcome = Literal["undone", "kept"]

_RULERS: Final = frozenset("judge judges justice justices panel bench magistrate chamber".split())
_VERBAL: Final = frozenset({"VERB", "AUX"})
_AT: Final = frozenset({"at", "before", "in", "by", "to"})


@dataclass(frozen=True, slots=True)
class _Ruling:
    """What happened, at which word, to what; ``court`` where the words give it."""

    trigger: Word
    outcome: Outcome
    things: tuple[Word, ...]
    court: Actor | None
    mode: str
    challenge: bool = False


def rulings(scene: Scene) -> Iterator[Draft]:
    """Drafts of the rulings that a sentence tells."""
    for word in scene.words:
        if word.mention is not None:
            continue
        found: Iterator[_Ruling] = iter(())
        if word.pos in _VERBAL:
            found = _by_verb(scene, word)
        elif word.pos == "NOUN" and word.lemma in verdicts.NOUNS:
            found = _by_noun(scene, word)
        for ruling in found:
            yield from _drafts(scene, ruling)


def _by_verb(scene: Scene, verb: Word) -> Iterator[_Ruling]:
    if verb.lemma in {"win", "lose"}:
        yield from _contest(scene, verb)
        return
    found = arguments.of_verb(verb)
    objects = found["obj"]
    if verb.lemma == "side":
        objects = found["with"] if _is_about_one(scene) else []
    challenges = tuple(w for w in objects if w.lemma in verdicts.CHALLENGES and w.mention is None)
    decisions = tuple(w for w in objects if w not in challenges and _is_decision(scene, w))
    told: tuple[tuple[tuple[Word, ...], Outcome | None], ...] = (
        (challenges, _on_challenge(verb)),
        (decisions, _on_decision(verb)),
    )
    for things, outcome in told:
        if not things or outcome is None:
            continue
        subjects = actors_in(scene, found, ("subj", "by"), COURTS)
        if not subjects and subjects.blocked and not _is_judge(scene, [*found["subj"], *found["by"]]):
            continue
        settled = _settled(scene, verb, outcome)
        if settled is not None:
            court = subjects[0] if subjects else None
            yield _Ruling(verb, settled[0], things, court, settled[1], things is challenges)


def _settled(scene: Scene, verb: Word, outcome: Outcome) -> tuple[Outcome, str] | None:
    """The outcome and its modality; what a court refuses or fails to undo is kept."""
    mode = modality.of_trigger(scene.tree, verb)
    if mode != "denied":
        return outcome, mode
    balked = verb.dep == "xcomp" and verb.head is not None and verb.head.lemma in verdicts.BALK
    plain = {c.lower for c in verb.child("aux")} <= {"did", "has", "had", "does", "have", "to"}
    above = verb.head if balked else None
    if (
        outcome == "undone"
        and plain
        and (above is None or modality.of_trigger(scene.tree, above) == "asserted")
    ):
        return "kept", modality.ASSERTED
    return None


def _on_challenge(verb: Word) -> Outcome | None:
    if verb.lemma in verdicts.DENY or has_particle(verb):
        return "kept"
    return "undone" if verb.lemma in verdicts.GRANT else None


def _on_decision(verb: Word) -> Outcome | None:
    if verb.lemma in verdicts.UNDO or (has_particle(verb) and verb.lemma != "turn"):
        return "undone"
    return "kept" if verb.lemma in verdicts.KEEP or verb.lemma == "side" else None


def _is_decision(scene: Scene, word: Word) -> bool:
    """Whether a word is a decision, or the body that took it ("reversed the First-tier Tribunal")."""
    if word.mention is None:
        return word.lemma in verdicts.DECISIONS
    if word.mention.sort == "money":
        return any(w in verdicts.SANCTIONS for w in scene.reading.lower)
    return word.mention.sort in {"entity", "nominal"} and word.mention.may_be(AUTHORITY | COURTS)


def _is_about_one(scene: Scene) -> bool:
    """Whether a sentence says what a court sided with somebody about: a decision, or whom it concerned."""
    return bool(set(scene.reading.lower) & verdicts.DECISIONS) or bool(scene.entities(TARGET))


def _is_judge(scene: Scene, words: list[Word]) -> bool:
    """Whether whoever rules is one who speaks for a court."""
    return any(w.lower in _RULERS for w in words) or scene.has("judge", "justice")


def _contest(scene: Scene, verb: Word) -> Iterator[_Ruling]:
    """Appeals won and lost, where the sentence names the court."""
    found = arguments.of_verb(verb)
    things = tuple(w for w in found["obj"] if w.lemma in verdicts.PLAIN and w.mention is None)
    court = next(
        (a for name in _AT for w in found[name] if (a := scene.discourse.who(w, COURTS, scene.index))), None
    )
    court = (
        court or next(iter(actors_in(scene, arguments.of_noun(things[0]), tuple(_AT), COURTS)), None)
        if things
        else None
    )
    if things and court is not None:
        mode = modality.of_trigger(scene.tree, verb)
        yield _Ruling(verb, "undone" if verb.lemma == "win" else "kept", things, court, mode, challenge=True)


def _by_noun(scene: Scene, noun: Word) -> Iterator[_Ruling]:
    """Rulings as nouns, where the words say whose they are."""
    own = arguments.of_noun(noun)
    outcome = verdicts.NOUNS[noun.lemma]
    of = tuple(w for w in own["of"] if w.mention is None)
    challenge = outcome == "denied"
    things = tuple(w for w in of if w.lemma in (verdicts.CHALLENGES if challenge else verdicts.DECISIONS))
    courts = actors_in(scene, own, ("by", "poss", "comp"), COURTS)
    if not courts:
        courts = actors_in(
            scene, {"by": [w for t in things for w in arguments.of_noun(t)["by"]]}, ("by",), COURTS
        )
    if things and courts:
        mode = modality.of_trigger(scene.tree, noun)
        yield _Ruling(noun, "undone" if outcome == "undone" else "kept", things, courts[0], mode, challenge)


def _drafts(scene: Scene, ruling: _Ruling) -> Iterator[Draft]:
    things = ruling.things
    attacked = things
    challenger: Actor | None = None
    if ruling.challenge:
        attacked, challenger = _attacked(scene, things)
        if not attacked and not any(w.lemma in verdicts.PLAIN for w in things):
            return
    court = ruling.court or _court(scene, ruling)
    if court is None:
        return
    bodies = [a for a in owners(scene, attacked) if a.id != court.id]
    if not bodies:
        bodies = [a for a in (_body(scene, ruling, attacked, challenger, court),) if a is not None]
    target = target_of(scene, attacked) or (challenger if challenger and challenger.may_be(TARGET) else None)
    for body in bodies:
        relation = "UPHELD" if ruling.outcome == "kept" else "REVERSED" if body.may_be(COURTS) else "ANNULLED"
        rule = (
            f"{relation.lower()}-{'noun' if ruling.trigger.pos == 'NOUN' else 'verb'}-{ruling.trigger.lemma}"
        )
        draft = Draft(relation, rule, scene.index, ruling.trigger.token, court, body, ruling.mode)
        if target is not None and target.id not in {court.id, body.id}:
            draft.roles.append(("target", target))
        yield draft


def _attacked(scene: Scene, challenges: tuple[Word, ...]) -> tuple[tuple[Word, ...], Actor | None]:
    """The decisions or bodies that challenges are against, and who brought these."""
    against: list[Word] = []
    challenger: Actor | None = None
    for word in challenges:
        own = arguments.of_noun(word)
        clauses = [arguments.of_verb(clause, inherit=False) for clause in arguments.clauses_on(word)]
        for found in (own, *clauses):
            against += [
                w for name in ("against", "over", "to") for w in found.get(name, ()) if _is_decision(scene, w)
            ]
        challenger = challenger or next(
            iter(actors_in(scene, own, ("poss", "by", "of", "from"), PARTY)), None
        )
        for found in clauses:
            challenger = challenger or next(iter(actors_in(scene, found, ("by", "subj"), PARTY)), None)
    return tuple(against), challenger


def _court(scene: Scene, ruling: _Ruling) -> Actor | None:
    """The court of a ruling without one: in its sentence, else told before."""
    taken = frozenset(a.id for a in owners(scene, ruling.things, COURTS))
    near = scene.discourse.nearest(COURTS, scene.index, ruling.trigger.token, taken)
    return near or scene.discourse.before(COURTS, scene.index, ruling.trigger.token)


def _body(
    scene: Scene, ruling: _Ruling, attacked: tuple[Word, ...], challenger: Actor | None, court: Actor
) -> Actor | None:
    """Whose decision it was, where the words do not say: the authority that acted, or the court that ruled before."""
    discourse, token = scene.discourse, ruling.trigger.token
    judged = any(w.lemma in verdicts.JUDGMENTS for w in attacked)
    if judged or (challenger is not None and challenger.may_be(AUTHORITY)):
        return discourse.another(COURTS, scene.index, token, frozenset({court.id}))
    target = target_of(scene, attacked) or challenger
    acted = discourse.acts.get(target.id) if target is not None else None
    found = (
        acted
        or discourse.nearest(AUTHORITY, scene.index, token)
        or discourse.before(AUTHORITY, scene.index, token)
    )
    return found or discourse.after(AUTHORITY, scene.index, token) or _of_the_country(scene, court)


def _of_the_country(scene: Scene, court: Actor) -> Actor | None:
    """The data protection authority of the country in which a court sits, where a text names none at all."""
    words = [fold(word) for word in court.name.split()]
    found = next((p for at in range(len(words)) if (p := place_at(words, at)) is not None), None)
    entry = scene.discourse.authority_at(found[0]) if found is not None else None
    if entry is None:
        return None
    return registered(entry, court.text, scene.index, court.token, explicit=False)
