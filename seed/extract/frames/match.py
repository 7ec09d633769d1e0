"""Frames against trees: every verb or noun of a frame, with the parties that its slots give."""

from collections.abc import Iterator
from typing import Final

from seed.extract.candidates.candidate import Draft, Scene
from seed.extract.candidates.sides import Side, actors_in, first_of
from seed.extract.frames import trigger_filters
from seed.extract.frames.sides import (
    PEOPLE,
    breaching,
    decider,
    described,
    doers,
    examined,
    matched,
    opponents,
    served,
    sides_of_a_suit,
    subtree,
    sued,
    whose,
)
from seed.extract.lexicon import frames
from seed.extract.lexicon.frames import NounFrame, VerbFrame
from seed.extract.lexicon.kinds import AUTHORITY
from seed.extract.scope import modality
from seed.extract.scope.earlier_decisions import DECIDED, later, owners
from seed.extract.syntax import arguments
from seed.extract.syntax.tree import Word

_BROUGHT: Final = frozenset({"SUED", "COMPLAINED_ABOUT", "APPEALED"})
"""Relations whose noun needs a verb of bringing: whoever settles a lawsuit has not sued."""
_AGAINST: Final = frozenset({"SUED", "FINED", "COMPLAINED_ABOUT", "REPRIMANDED"})
"""Relations whose noun says itself whom it is against: "action against telephone companies" is against nobody named."""
_ALLEGE: Final = frozenset({"allege", "accuse", "claim", "say", "argue", "charge", "contend"})
_NAMING: Final = frozenset({"FINED", "REPRIMANDED", "SUED"})
"""Relations whose verb is followed by the party itself: "fined a hairdresser" speaks of nobody else."""
_BORNE: Final = frozenset("pay owe appeal challenge contest dispute settle accept".split())
"""What whoever is fined does with the fine: "the sanction, which the firm has paid"."""
_STATED: Final = frozenset({"oblige"})
_WHOLES: Final = frozenset("total sum amount record maximum whopping equivalent combined".split())
"""Nouns before a sum, which are no party: "fined Acme a total of €3m"."""
_ELSEWHERE: Final = {"INVESTIGATED": examined, "SETTLED_WITH": opponents, "APPEALED": whose}
"""Where a verb's relation names whom it is about beside its own slots."""
_VERBAL: Final = frozenset({"VERB", "AUX"})
_BY_VERB: Final[dict[str, list[VerbFrame]]] = {}
_BY_NOUN: Final[dict[str, list[NounFrame]]] = {}
for _frame in frames.VERBS:
    for _lemma in _frame.lemmas:
        _BY_VERB.setdefault(_lemma, []).append(_frame)
for _noun_frame in frames.NOUNS:
    for _lemma in _noun_frame.lemmas:
        _BY_NOUN.setdefault(_lemma, []).append(_noun_frame)


def match(scene: Scene) -> Iterator[Draft]:
    """The drafts of all frames that a sentence holds."""
    for word in scene.words:
        if word.mention is not None:
            continue
        if word.pos in _VERBAL:
            for frame in _BY_VERB.get(word.lemma, ()):
                yield from _verb(scene, word, frame)
        elif word.pos in {"NOUN", "PROPN", "ADJ"}:
            for noun in _BY_NOUN.get(word.lemma, ()):
                yield from _noun(scene, word, noun)


def _wanted(scene: Scene, word: Word, frame: VerbFrame | NounFrame) -> bool:
    """Whether the words that a frame needs are there, and those that it rejects are not."""
    if isinstance(frame, VerbFrame):
        below = {form for w in subtree(word) if w is not word for form in (w.lemma, w.lower)}
    else:
        below = set(scene.reading.lower)
    carried_on = frame.relation == "ORDERED" and (
        scene.reading.lower[-2:] == ["to", ":"] or trigger_filters.bids_a_deed(word)
    )
    if (
        frame.needs
        and not carried_on
        and not frame.needs & (below | ({"with"} if "with" in below else set()))
    ):
        return False
    return not frame.rejects & below


def _verb(scene: Scene, verb: Word, frame: VerbFrame) -> Iterator[Draft]:
    if not _wanted(scene, verb, frame) or trigger_filters.tells_no_deed(verb):
        return
    found = arguments.of_verb(verb)
    objects = _objects(scene, verb, frame, found)
    subjects = actors_in(scene, found, frame.subject, frame.subjects)
    if frame.relation in DECIDED and verb.dep == "acl" and verb.head is not None and later(verb) is not None:
        subjects = Side(owners(scene, [verb.head], frame.subjects))
    given = verb.child("dative")
    if frame.relation in _NAMING and not objects:
        objects = actors_in(
            scene, {"obj": [w for word in given for w in arguments.expand(word)]}, ("obj",), frame.objects
        )
    if frame.relation in _NAMING and not objects:
        objects = described(scene, found["obj"])
    objects.blocked |= (
        frame.relation in _NAMING
        and any(
            w.mention is None and w.pos in {"NOUN", "PROPN"} and w.lower not in _WHOLES
            for w in (*found["obj"], *given)
        )
    ) or (frame.relation in _NAMING and any(_is_of_people(w) for w in found["obj"]))
    objects.blocked |= frame.relation == "ORDERED" and any(
        w.mention is not None and w.mention.sort in {"entity", "nominal"} for w in found["obj"]
    )
    if frame.relation in trigger_filters.SANCTIONS and not objects and not objects.blocked and not subjects:
        objects = actors_in(scene, found, ("subj",), frame.objects)
        subjects = Side()
    if frame.relation == "WITHDREW_FROM" and not objects:
        return
    yield from _pairs(scene, verb, frame, subjects, objects, "verb")


def _is_of_people(money: Word) -> bool:
    """Whether a sum has whoever pays it before it, and that is a person without a name: "fined the employee €900"."""
    return any(c.mention is None and c.lemma in PEOPLE for c in money.child("compound", "nmod", "dative"))


def _objects(scene: Scene, verb: Word, frame: VerbFrame, found: arguments.Slots) -> Side:
    """Whom a verb is about: in the slots of its frame, else where its relation has them besides."""
    if frame.relation == "FOUND_BREACH":
        return breaching(scene, verb, frame)
    objects = actors_in(scene, found, frame.object, frame.objects)
    if not objects and (elsewhere := _ELSEWHERE.get(frame.relation)) is not None:
        objects = elsewhere(scene, found, frame)
    if frame.relation == "SETTLED_WITH":
        objects.blocked |= any(w.mention is None and w.pos in {"NOUN", "PROPN"} for w in found["with"])
    return objects


def _sides_of_noun(scene: Scene, own: arguments.Slots, frame: NounFrame) -> tuple[Side, Side]:
    """The parties that a noun's own words name: "the ICO's fine of Acme", "an inquiry into Acme's use of data"."""
    subjects = actors_in(scene, own, frame.subject, frame.subjects)
    objects = actors_in(scene, own, frame.object, frame.objects)
    if frame.relation == "SUED":
        sides_of_a_suit(scene, own, subjects, objects)
    if not objects and frame.relation in {"FINED", "SETTLED_WITH", "INVESTIGATED"}:
        taken = {a.id for a in subjects}
        objects = Side(a for a in actors_in(scene, own, ("poss", "comp"), frame.objects) if a.id not in taken)
    if not objects and frame.relation in {"INVESTIGATED", "COMPLAINED_ABOUT"}:
        objects = doers(scene, own, frame)
    objects.blocked |= frame.relation in _AGAINST and any(
        w.mention is None and w.tag == "NNS" for w in own.get("against", ())
    )
    objects.blocked |= trigger_filters.is_against_anybody(own, frame)
    return subjects, objects


def _noun(scene: Scene, noun: Word, frame: NounFrame) -> Iterator[Draft]:
    if not _wanted(scene, noun, frame) or (
        frame.kinds and not frame.kinds & {c.lower for c in noun.child("compound", "amod", "nmod")}
    ):
        return
    own = arguments.of_noun(noun)
    if (
        trigger_filters.names_another(noun, frame)
        or trigger_filters.is_purpose(noun, scene.reading.lower)
        or trigger_filters.is_any_action(noun, frame, own)
        or trigger_filters.is_lodged(noun, frame, own)
    ):
        return
    subjects, objects = _sides_of_noun(scene, own, frame)
    subjects, objects = _of_clauses(scene, noun, frame, subjects, objects)
    if frame.relation == "SUED" and not objects:
        objects = _sued_for(scene, noun, own)
    staged = frame.relation in DECIDED and later(noun) is not None
    if frame.relation == "APPEALED" and not objects:
        objects = whose(scene, own, frame)
    if staged and not subjects and objects and not trigger_filters.says_whom(own):
        return
    if not staged and (found := arguments.governor(noun)):
        clause = arguments.of_verb(found[0])
        more_subjects, more_objects = _supported(scene, noun, frame, clause, *found)
        subjects, objects = first_of(subjects, more_subjects), first_of(objects, more_objects)
        objects.blocked |= trigger_filters.is_against_anybody(clause, frame)
    if trigger_filters.is_only_owned(noun, frame, own, objects):
        return
    if frame.relation == "SETTLED_WITH":
        subjects, objects = _settling(scene, noun, own, subjects, objects)
    yield from _pairs(scene, noun, frame, subjects, objects, "noun")


def _sued_for(scene: Scene, noun: Word, own: arguments.Slots) -> Side:
    """Whom a suit is against that its own words do not name: whose decision it is about, or whom its users sue."""
    above = arguments.governor(noun)
    verbs = (*arguments.clauses_on(noun), *(above or ())[:1])
    against = [s for v in verbs for s in arguments.of_verb(v)["against"]]
    return decider(scene, own, against) or served(scene, noun)


def _settling(
    scene: Scene, noun: Word, own: arguments.Slots, subjects: Side, objects: Side
) -> tuple[Side, Side]:
    """The sides of a settlement: of two on one side one is the other side; else whom the suit was against."""
    if not objects:
        above = arguments.governor(noun)
        within = arguments.of_verb(above[0])["in"] if above is not None else []
        found = sued(scene, {**own, "in": [*own.get("in", ()), *within]})
        return (Side(), found) if found else (subjects, objects)  # whoever approves it is no side
    if len(objects) > 1 and not subjects and not actors_in(scene, own, ("with",), objects[0].kinds):
        return Side(objects[:1]), Side(objects[1:])  # "between Acme and its users"
    acting = [a for a in subjects if a.may_be(AUTHORITY)]
    others = [a for a in subjects if not a.may_be(AUTHORITY)]
    if not objects and acting and others:
        return Side(acting), Side(others)  # "the FTC and Acme agreed on a settlement"
    return subjects, objects


def _of_clauses(
    scene: Scene, noun: Word, frame: NounFrame, subjects: Side, objects: Side
) -> tuple[Side, Side]:
    """The sides with what participles and relative clauses on a noun add: "the fine that the ICO imposed on Acme"."""
    for verb in arguments.clauses_on(noun):
        if any(c.lower == "to" for c in verb.child("aux")):
            continue  # "an order to delete" says what is ordered, not who orders
        clause = arguments.of_verb(verb)
        if verb.lemma in _BORNE:
            objects = objects or Side(actors_in(scene, clause, ("subj",), frame.objects))
            continue
        subjects = first_of(subjects, actors_in(scene, clause, ("subj", "by"), frame.subjects))
        objects = first_of(objects, actors_in(scene, clause, (*frame.object, "to"), frame.objects))
        objects.blocked |= trigger_filters.is_against_anybody(clause, frame)
    return subjects, objects


def _supported(  # noqa: PLR0917 - a noun's frame, and what governs the noun
    scene: Scene, noun: Word, frame: NounFrame, clause: arguments.Slots, verb: Word, slot: str
) -> tuple[Side, Side]:
    """The parties that the verb above a noun gives: "imposed a fine on", "hit with a fine", "received a fine"."""
    passive = arguments.is_passive(verb)
    lemma = verb.lemma
    if slot == "in" and lemma in _ALLEGE:
        accused = [w for w in subtree(verb) if w.index > verb.index and w.mention is not None]
        return actors_in(scene, clause, ("subj",), frame.subjects), actors_in(
            scene, {"obj": accused[:1]}, ("obj",), frame.objects
        )
    accuses = slot == "subj" and lemma == "accuse" and frame.relation == "SUED" and noun.lemma != "complaint"
    if (
        accuses
        or (slot == "under" and frame.relation == "INVESTIGATED")
        or (slot == "with" and lemma in frame.hit and not passive and not clause["obj"])
    ):
        return Side(), actors_in(scene, clause, ("obj",) if passive or accuses else ("subj",), frame.objects)
    if slot == "with" and (lemma in frame.hit or passive):
        return actors_in(scene, clause, ("subj", "by"), frame.subjects), actors_in(
            scene, clause, ("obj",), frame.objects
        )
    if slot == "obj" and lemma in frame.take and not passive:
        return actors_in(scene, clause, ("from", "by"), frame.subjects), actors_in(
            scene, clause, ("subj",), frame.objects
        )
    if slot == "obj" and passive and lemma in frame.hit | frame.give and frame.hit:
        direct = [w for w in clause["obj"] if w is not noun]
        clause = {**clause, "obj": direct}
        return actors_in(scene, clause, ("by",), frame.subjects), actors_in(
            scene, clause, ("obj", *frame.object), frame.objects
        )
    if slot in {"obj", "to", "on"} and (lemma in frame.give or lemma in frame.hit):
        subjects = actors_in(scene, clause, ("by",) if passive else ("subj",), frame.subjects)
        return subjects, actors_in(scene, clause, (*frame.object, "to", "upon"), frame.objects)
    if slot in {"obj", "subj"} and frame.relation not in _BROUGHT:
        return actors_in(
            scene, clause, ("by",) if slot == "subj" or passive else ("subj",), frame.subjects
        ), actors_in(scene, clause, frame.object, frame.objects)
    return Side(), Side()


def _pairs(  # noqa: PLR0917 - the two sides and what they belong to
    scene: Scene,
    trigger: Word,
    frame: VerbFrame | NounFrame,
    subjects: Side,
    objects: Side,
    sort: str,
) -> Iterator[Draft]:
    """A draft for each pair of parties; a side that may be filled in later can be missing."""
    # "The controller is obliged to notify" is what a law says.
    stated = not subjects and (trigger.lemma in _STATED or trigger_filters.states_law(trigger))
    if stated or (subjects.blocked and not subjects) or (objects.blocked and not objects):
        return
    open_sides = frame.fill_subject and frame.fill_object
    if not subjects and not objects and not open_sides and not trigger_filters.is_filed(trigger, frame):
        return
    if (not subjects and not frame.fill_subject and frame.relation not in {"SUED", "SETTLED_WITH"}) or (
        not objects and not frame.fill_object and frame.relation != "SETTLED_WITH"
    ):
        return
    mode = modality.of_trigger(scene.tree, trigger, frame.relation)
    rule = f"{frame.relation.lower()}-{sort}-{trigger.lemma}"
    for subject, obj in matched(subjects, objects):
        if subject is None or obj is None or subject.id != obj.id:
            yield Draft(frame.relation, rule, scene.index, trigger.token, subject, obj, mode)
