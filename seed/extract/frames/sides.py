"""Parties that stand around a frame's own slots: whose decision, the other side of a dispute, whose doings."""

from collections.abc import Iterator
from typing import Final

from seed.extract.candidates.candidate import Scene
from seed.extract.candidates.sides import Side, actors_in
from seed.extract.coreference.actor import Actor
from seed.extract.lexicon import verdicts, word_classes
from seed.extract.lexicon.frames import NounFrame, VerbFrame
from seed.extract.lexicon.kinds import AUTHORITY, PARTY, TARGET
from seed.extract.scope.earlier_decisions import owners
from seed.extract.syntax import arguments
from seed.extract.syntax.tree import Word

_MATTERS: Final = frozenset(
    "matter case issue incident complaint complaints breach circumstances facts situation subject this it".split()
)
"""What an authority looks into when the sentence leaves out whose it is."""

_DEFINITE: Final = frozenset({"the", "that", "this"})
_FIRMS: Final = TARGET - {"person"}
_REACH: Final = 2
_OPEN_ENDED: Final = frozenset({"determine", "find", "rule", "conclude"})
"""Verbs of a finding that may still be open: "to determine whether Acme broke the law"."""
_VERBAL: Final = frozenset({"VERB", "AUX"})
_SUITS: Final = frozenset("lawsuit suit case action litigation class-action".split())
_FILES: Final = frozenset("files brings lodges launches mounts".split())
"""What whoever sues does, in a headline."""
PEOPLE: Final = (
    word_classes.TITLES
    | word_classes.ROLE_WORDS
    | frozenset(word.removesuffix("s") for word in word_classes.GROUP_HEADS)
    | frozenset("man woman person individual doctor employee owner user total sum amount breach".split())
)
"""Nouns that mean people or things, and no firm."""


def described(scene: Scene, things: list[Word]) -> Side:
    """Who is meant by a noun that no table has: "sanctioned the wallet", after its name."""
    for thing in things:
        definite = any(d.lower in _DEFINITE for d in thing.child("det"))
        if thing.mention is None and thing.tag == "NN" and definite and thing.lemma not in PEOPLE:
            actor = scene.discourse.before(_FIRMS, scene.index, thing.token, thing=True)
            if actor is not None and scene.index - actor.sentence <= _REACH:
                return Side([actor])
    return Side()


def whose(scene: Scene, found: arguments.Slots, frame: VerbFrame | NounFrame) -> Side:
    """Whose decisions stand where a frame has its object: "appealed the ICO's fine"."""
    return Side(owners(scene, [w for name in frame.object for w in found.get(name, ())], frame.objects))


def opponents(scene: Scene, found: arguments.Slots, frame: VerbFrame) -> Side:
    """The other side of what is settled: "a lawsuit with", "charges brought by", "the FTC's claims"."""
    for dispute in found["obj"]:
        if dispute.mention is not None:
            continue
        own = arguments.of_noun(dispute)
        for clause in arguments.clauses_on(dispute):
            clause_slots = arguments.of_verb(clause)
            own["by"] = [*own.get("by", ()), *clause_slots["by"], *clause_slots["subj"]]
        if side := actors_in(scene, own, ("with", "by", "from", "against", "poss", "comp"), frame.objects):
            return side
    return Side()


def sued(scene: Scene, own: arguments.Slots) -> Side:
    """Whom the suit is against that is settled: "a settlement in a class action against Acme"."""
    suits = [w for name in ("in", "of") for w in own.get(name, ()) if w.mention is None and w.lemma in _SUITS]
    found: arguments.Slots = {
        "against": [w for suit in suits for w in arguments.of_noun(suit).get("against", ())]
    }
    return actors_in(scene, found, ("against",), TARGET)


def served(scene: Scene, suit: Word) -> Side:
    """Whom those sue that it serves: "a class action filed by Acme users" is against Acme."""
    filed = [s for v in arguments.clauses_on(suit) for s in arguments.of_verb(v)["by"]]
    groups = [w for w in (*arguments.of_noun(suit)["by"], *filed) if w.lower in word_classes.GROUP_HEADS]
    return actors_in(
        scene, {"comp": [c for w in groups for c in w.child("compound", "poss")]}, ("comp",), TARGET
    )


def decider(scene: Scene, own: arguments.Slots, more: list[Word]) -> Side:
    """The authority whose decision a suit is against: "filed a lawsuit against the warning"."""
    things = [
        w
        for w in (*own.get("against", ()), *more)
        if w.mention is None and w.lemma in verdicts.DECISIONS | {"warning"}
    ]
    if not things:
        return Side()
    found = Side(owners(scene, things, AUTHORITY))
    if not found:
        acting = scene.discourse.author(
            scene.index, things[0].token, things[0].text
        ) or scene.discourse.before(AUTHORITY, scene.index, things[0].token)
        found = Side([acting] if acting is not None else [])
    return found


def doers(scene: Scene, own: arguments.Slots, frame: NounFrame) -> Side:
    """Whose doings an inquiry or a complaint is about: "into Acme's use of data", "into its chatbot Bolt"."""
    found: arguments.Slots = {
        "into": [
            p
            for name in frame.object
            for w in own.get(name, ())
            if w.mention is None
            for p in w.child("poss")
        ]
    }
    return actors_in(scene, found, ("into",), frame.objects)


def examined(scene: Scene, found: arguments.Slots, frame: VerbFrame) -> Side:
    """Whose doings a verb looks into; where it looks into reports or laws of nobody here, it is about nobody else."""
    things = [
        w for name in frame.object for w in found.get(name, ()) if w.mention is None and w.pos == "NOUN"
    ]
    side = Side()
    for thing in things:
        own = arguments.of_noun(thing)
        names = ("against", "about") if thing.lemma == "complaint" else ("poss", "of", "by", "at")
        side = side or actors_in(scene, own, names, frame.objects)
    side.blocked |= bool(things) and not any(w.lower in _MATTERS for w in things)
    return side


def matched(subjects: Side, objects: Side) -> list[tuple[Actor | None, Actor | None]]:
    """Who acts against whom: each against each, but where they take turns ("by A against B and by C against D")."""
    ones, others = subjects or [None], objects or [None]
    here = (
        sorted(
            (a.token, side)
            for side, actors in enumerate((subjects, objects))
            for a in actors
            if a.sentence == subjects[0].sentence
        )
        if len(subjects) > 1
        else []
    )
    turns = [side for _, side in here]
    if len(subjects) == len(objects) and turns == turns[:2] * len(subjects) and len(set(turns[:2])) == 2:
        return list(zip(*(sorted(side, key=lambda a: a.token) for side in (subjects, objects)), strict=True))
    return [(one, other) for one in ones for other in others]


def _files(own: arguments.Slots) -> list[Word]:
    """The verb of a headline that the parser takes for a noun: "Acme files suit"."""
    return [w for w in own.get("comp", ()) if w.mention is None and w.lower in _FILES]


def sides_of_a_suit(scene: Scene, own: arguments.Slots, subjects: Side, objects: Side) -> None:
    """Read "the FTC's lawsuit" as one that it brought, and "the Zappos lawsuit" as one against it."""
    files = _files(own)
    for actor in actors_in(scene, own, ("poss", "comp"), PARTY):
        if files and actor.token < files[0].token:
            if not subjects:
                subjects.append(actor)
        elif actor.kinds & {"regulator", "ngo"} and not subjects:
            subjects.append(actor)
        elif not objects and not actor.kinds & {"regulator", "court"}:
            objects.append(actor)


def subtree(word: Word) -> Iterator[Word]:
    """A word and all that hangs on it."""
    yield word
    for child in word.children:
        yield from subtree(child)


def breaching(scene: Scene, verb: Word, frame: VerbFrame) -> Side:
    """The parties that a finding says have broken the law: the subject of the clause under "found that"."""
    if verb.lemma in _OPEN_ENDED and any(
        c.lower in {"if", "whether"} for clause in verb.children for c in clause.child("mark")
    ):
        side = Side()
        side.blocked = True
        return side
    for word in (w for clause in verb.child("ccomp", "xcomp", "advcl", "oprd") for w in subtree(clause)):
        if word.lemma in frame.needs and word.pos in _VERBAL:
            return actors_in(scene, arguments.of_verb(word), ("subj",), frame.objects)
    return (
        actors_in(scene, arguments.of_verb(verb), ("obj",), frame.objects)
        if "breach" in {w.lower for w in subtree(verb)}
        else Side()
    )
