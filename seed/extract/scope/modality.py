"""Whether the text says that something happened: proposed, alleged, denied and hypothetical by the scope of the words.

The scope of a trigger is its chain of heads in the tree, with the small words that hang on each of them.
"""
# ruff: noqa: E501 - tables: one row a line, however long

from collections.abc import Iterator
from itertools import takewhile
from typing import Final

from graph.vocabulary import RELATIONS
from seed.extract.lexicon.frames import GIVE, HIT
from seed.extract.lexicon.scope_words import CLASSES, GOVERNORS
from seed.extract.lexicon.wording import of_words
from seed.extract.scope.earlier_decisions import DECIDED, is_definite, later
from seed.extract.syntax.arguments import clauses_on
from seed.extract.syntax.tree import Tree, Word

ASSERTED: Final = "asserted"
_MODALS: Final = CLASSES["modals"]
_NEGATORS: Final = CLASSES["negators"]
_DENIALS: Final = CLASSES["denials"]
_CONTESTS: Final = CLASSES["contests"]
_DOUBTS: Final = CLASSES["doubts"]
_PROPOSED: Final = CLASSES["proposed"]
_CLAIMS: Final = CLASSES["claims"]
_FICTIONS: Final = CLASSES["fictions"]
_FALSE: Final = CLASSES["falsehoods"]
_DEFENDS: Final = CLASSES["defends"]
_IFS: Final = CLASSES["conditions"]
_ANNOUNCED: Final = frozenset(name for name, kind in RELATIONS.items() if kind.announced)
"""Relations that a future tense only announces; "will pay" a fine is as good as imposed."""
_STANDING: Final = frozenset({"SUED", "INVESTIGATED"})
"""Relations that there are for whoever faces them: "faces an investigation"."""
_SMALL: Final = frozenset(
    {"aux", "neg", "det", "advmod", "mark", "amod", "cc", "preconj", "compound", "auxpass", "acomp"}
)
_COMPLEMENTS: Final = frozenset("xcomp ccomp dobj pobj prep pcomp acl relcl advcl nsubjpass".split())


def of_trigger(tree: Tree, trigger: Word, relation: str = "") -> str:
    """The modality of what a word says, by its scope."""
    if tree.reading.sentence.text.rstrip().endswith("?"):
        return "hypothetical"
    chain = list(_chain(trigger))
    for top in _beyond(trigger, relation):
        chain = list(takewhile(lambda word, top=top: word is not top, chain))
    if any(c.lower in {"nobody", "none", "nothing", "no-one"} for c in trigger.child("dobj", "nsubjpass")):
        return "denied"
    if (verdict := _of_clause(trigger) or of_words(tree.reading.lower, trigger.token)) is not None:
        return verdict
    if relation in _ANNOUNCED and any(
        c.lower in _NEGATORS and c.dep == "neg" for w in chain[:2] for c in w.children
    ):
        return "denied"
    if relation in _ANNOUNCED and any(
        w.pos in {"VERB", "AUX"}
        and not (relation in _STANDING and w.lemma in _DEFENDS)
        and any(c.lower in {"will", "'ll", "shall", "must"} and c.dep == "aux" for c in w.children)
        for w in chain[:2]
    ):
        return "proposed"
    for depth, word in enumerate(chain):
        if relation in _STANDING and word.lemma in _DEFENDS and not _may(word):
            continue
        verdict = _at(word, trigger, depth, chain, relation)
        if verdict:
            return verdict
    return ASSERTED


def _beyond(trigger: Word, relation: str) -> Iterator[Word]:
    """The words above a trigger from which on nothing bears on it."""
    # Whoever may annul "the fine" leaves no doubt that there is one.
    if relation in DECIDED and is_definite(trigger) and (top := later(trigger)) is not None:
        yield top
    if trigger.pos == "NOUN" and (told := _told_of(trigger)) is not None:
        yield told


def _told_of(noun: Word) -> Word | None:
    """The verb of which a penalty that has its sum is the subject, if it says something else of it: "the fine of €5,000 is not affected"."""
    while noun.dep == "compound" and noun.head is not None:
        noun = noun.head
    verb = noun.head
    if (
        noun.dep not in {"nsubj", "nsubjpass"}
        or verb is None
        or verb.lemma in GIVE | HIT | {"be", "follow", "come"}
    ):
        return None
    summed = any(
        w.mention is not None and w.mention.sort == "money" for p in noun.child("prep") for w in p.children
    )
    return verb if summed and clauses_on(noun) else None


def _is_told_falsely(trigger: Word) -> bool:
    """Whether the clause of a trigger says what a false report says: "reports that Acme was fined are wrong"."""
    clause = next((w for w in (trigger, *trigger.ancestors()) if w.dep in {"acl", "ccomp", "relcl"}), None)
    noun = clause.head if clause is not None else None
    if noun is None:
        return False
    if noun.lemma in _FICTIONS or any(c.lemma in _FICTIONS for c in noun.child("attr")):
        return True
    above = noun.head if noun.dep in {"nsubj", "nsubjpass"} else None
    said = {c.lower for c in above.child("acomp", "attr")} if above is not None else set[str]()
    return noun.lemma in _CLAIMS and bool(said & (_FALSE | _FICTIONS))


def _of_clause(noun: Word) -> str | None:
    """What a relative clause makes of a noun ("penalties that could be issued"), or a noun of its clause ("the myth that")."""
    if _is_told_falsely(noun):
        return "denied"
    for clause in noun.child("relcl") if noun.pos == "NOUN" else []:
        smalls = {c.lower for c in clause.children if c.dep in {"aux", "neg"}}
        if smalls & _MODALS or smalls & _NEGATORS:
            return "denied" if smalls & _NEGATORS else "hypothetical"
    return None


def _chain(trigger: Word) -> Iterator[Word]:
    """The trigger and the heads whose words bear on it: not beyond a report, a relative or a coordinated clause."""
    word: Word | None = trigger
    while word is not None:
        yield word
        infinitive = any(c.lower == "to" for c in word.child("aux"))
        if (
            word.dep in {"relcl", "parataxis", "acl"}
            and word is not trigger
            and word.pos in {"VERB", "AUX"}
            and not infinitive
            and not _is_wish(word)
        ):
            return
        if word.dep == "relcl" and not infinitive and not _is_wish(word):
            return
        if word.dep == "ccomp" and word.head is not None and word.index < word.head.index:
            return
        if word.dep == "advcl" and word.tag in {"VBD", "VBZ", "VBP", "VBN"} and not _marks(word) & _IFS:
            return
        own = [c for c in word.child("aux", "auxpass") if c.lower != "to"]
        if word.dep == "conj" and (word.child("nsubj", "nsubjpass") or (own and word.pos == "VERB")):
            return
        word = word.head


def _is_wish(clause: Word) -> bool:
    """Whether a clause says what an order would do that somebody may only ask for: "asks for an order that forces …"."""
    return clause.head is not None and clause.head.lemma in {
        "order",
        "injunction",
        "judgment",
        "ruling",
        "law",
        "bill",
    }


def _is_future(word: Word) -> bool:
    """Whether a verb says what is going to happen."""
    return any(c.lower in {"will", "'ll", "shall"} for c in word.child("aux"))


def _may(word: Word) -> bool:
    """Whether a verb only says what could be."""
    return any(c.lower in _MODALS for c in word.child("aux"))


def _marks(word: Word) -> set[str]:
    return {c.lower for c in word.children if c.dep in {"mark", "advmod", "aux"}}


def _at(word: Word, trigger: Word, depth: int, chain: list[Word], relation: str) -> str | None:
    smalls = {c.lower for c in word.children if c.dep in _SMALL}
    below = chain[depth - 1] if depth else None
    if smalls & _NEGATORS and not _only(word):
        return "denied"
    if _is_condition(word):
        return "hypothetical"
    if (
        smalls & _MODALS
        and word.pos in {"VERB", "AUX"}
        and not (relation not in _ANNOUNCED and _reported_future(word))
    ):
        return "hypothetical"
    if smalls & _DOUBTS:
        return "hypothetical"
    # A "proposed class action" is one that has been filed.
    if _is_wanted(word) or (smalls & _PROPOSED and word.pos == "NOUN" and relation != "SUED"):
        return "proposed"
    if word.lower in {"without", "instead", "rather"} and word is not trigger:
        return "denied"
    if below is None or word is trigger:
        return None
    return _governed(word, below)


def _is_condition(word: Word) -> bool:
    """Whether a clause is an "if", a "whether", the inverted "should it fail", or what "will" be "unless" something is done."""
    if _is_future(word) and any(_marks(c) & {"unless"} for c in word.child("advcl")):
        return True
    marks = {c.lower for c in word.child("mark", "aux", "advmod")} & _IFS
    return (
        bool(marks)
        and word.pos == "VERB"
        and bool(word.child("nsubj", "nsubjpass", "expl") or marks & {"if", "whether"})
    )


def _is_wanted(word: Word) -> bool:
    """Whether a clause is in the subjunctive of what somebody wants: "recommended that Acme be fined"."""
    marked = any(c.lower == "that" for c in word.child("mark"))
    passive = any(c.lower == "be" for c in word.child("auxpass"))
    return marked and passive and not word.child("aux")


def _only(word: Word) -> bool:
    """Whether it is "not only …", which denies nothing."""
    return any(c.lower in {"only", "just", "merely"} for c in word.children)


def _reported_future(word: Word) -> bool:
    """Whether a future is seen from the past: "announced that Acme would pay"."""
    head = word.head
    auxiliaries = {c.lower for c in word.children if c.dep == "aux"}
    return (
        "would" in auxiliaries
        and "have" not in auxiliaries  # "it said that the fine would have been higher"
        and not word.child("acomp")
        and word.dep == "ccomp"
        and head is not None
        and head.lemma in {"announce", "say", "confirm", "rule", "agree", "decide", "order"}
        and head.tag in {"VBD", "VBN", "VBP", "VBZ"}
    )


def _governed(word: Word, below: Word) -> str | None:
    """What a word above the trigger makes of it: the first row of the table that fits."""
    if below.dep == "ccomp" and any(c.lower in _FALSE for c in word.child("acomp", "amod")):
        return "denied"
    if below.dep not in _COMPLEMENTS or (word.lemma in _DENIALS and below.lemma in _CONTESTS):
        return None
    return next((row.makes for row in GOVERNORS if word.lemma in row.lemmas and below.dep in row.roles), None)
