"""Orders told by what somebody now has to do: "must delete", "has three months to comply"."""

from collections.abc import Iterator
from typing import Final

from seed.extract.candidates.candidate import Draft, Scene
from seed.extract.candidates.sides import actors_in
from seed.extract.coreference.actor import Actor
from seed.extract.lexicon import frames
from seed.extract.lexicon.kinds import AUTHORITY, TARGET
from seed.extract.scope import modality
from seed.extract.syntax import arguments
from seed.extract.syntax.tree import Word

_ORDERED: Final = frozenset({"company", "platform", "public_body"})
_TIMES: Final = frozenset({"months", "month", "weeks", "week", "days", "day", "year"})
_NEAR: Final = 3
_PAST: Final = frozenset({"had", "has", "have", "is", "was", "are"})


def duties(scene: Scene) -> Iterator[Draft]:
    """ORDERED drafts of a sentence; the authority is one that was named shortly before, or is named in it."""
    for word in scene.words:
        if word.pos not in {"VERB", "AUX"} or not _authority_near(scene):
            continue
        if word.lemma in frames.STOP and _is_bound(word):
            yield from _drafts(scene, word, arguments.of_verb(word)["subj"], "ordered-must")
        elif word.lemma in {"have", "give"} and _has_deadline(word):
            found = arguments.of_verb(word)
            who = found["subj"] if word.lemma == "have" else [*found["to"], *found["obj"]]
            yield from _drafts(scene, word, who, "ordered-deadline")


def _authority_near(scene: Scene) -> bool:
    found = scene.discourse.nearest(AUTHORITY, scene.index, 0) or scene.discourse.before(
        AUTHORITY, scene.index, 0
    )
    if found is None and scene.has("order", "decision", "notice", "ruling"):
        return scene.discourse.after(AUTHORITY, scene.index, 0, reach=1) is not None
    return found is not None and scene.index - found.sentence <= _NEAR


def _is_bound(verb: Word) -> bool:
    """Whether a verb stands under "must" or "has to"."""
    if any(c.lower == "must" for c in verb.child("aux")):
        return True
    head = verb.head
    return (
        head is not None
        and verb.dep == "xcomp"
        and head.lemma == "have"
        and head.lower in _PAST
        and not head.child("dobj")
    )


def _has_deadline(verb: Word) -> bool:
    """Whether a verb has a stretch of time as its object, to do something in."""
    for time in verb.child("dobj"):
        if time.lower in _TIMES and time.child("nummod", "det"):
            doing = [*time.child("acl", "relcl"), *verb.child("xcomp", "advcl")]
            return any(d.lemma in frames.STOP | {"comply", "get"} for d in doing)
    return False


def _drafts(scene: Scene, verb: Word, who: list[Word], rule: str) -> Iterator[Draft]:
    mode = modality.of_trigger(scene.tree, verb)
    targets: list[Actor] = list(actors_in(scene, {"subj": who}, ("subj",), TARGET))
    for target in targets:
        if target.kinds & _ORDERED:
            yield Draft("ORDERED", rule, scene.index, verb.token, None, target, mode)
