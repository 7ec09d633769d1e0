"""Whether the text says that something happened: proposed, alleged, denied and hypothetical by the scope of the words.

The scope of a trigger is its chain of heads in the tree, with the small words that hang on each of them.
"""
# ruff: noqa: E501 - tables: one row a line, however long

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Final

from graph.vocabulary import RELATIONS
from seed.extract.lexicon.wording import of_words
from seed.extract.scope.earlier_decisions import DECIDED, is_definite, later
from seed.extract.syntax.tree import Tree, Word

ASSERTED: Final = "asserted"
_MODALS: Final = frozenset("could may might would can should".split())
_NEGATORS: Final = frozenset("not never n't no neither nor without cannot hardly nobody none".split())
_PLANS: Final = frozenset(
    "plan intend propose threaten consider mull weigh prepare want aim expect anticipate contemplate "
    "provisionally seek hope vow pledge eye foresee envisage announce_intention signal float".split()
)
_OFFERS: Final = frozenset("recommend suggest advise warn".split())
_CALLS: Final = frozenset("call urge ask demand request press push lobby petition advocate deserve".split())
"""What others want of an authority is no step of its own."""
_RISKS: Final = frozenset("face risk fear avoid escape dodge near await expose prevent spare save".split())
_DENIALS: Final = frozenset("deny refuse decline fail stop abandon drop reject rule_out refrain".split())
_CONTESTS: Final = frozenset(
    "appeal challenge objection complaint claim argument request bid application lawsuit suit case action petition".split()
)
"""What can be rejected without being undone: whoever rejects an appeal against a fine leaves both as they are."""
_ALLEGES: Final = frozenset(
    "allege claim accuse contend argue insist maintain rumour rumor speculate believe think dispute suspect".split()
)
_DOUBTS: Final = frozenset(
    "likely possible potential potentially possibly probably perhaps maybe reportedly hypothetical "
    "theoretical threatened eventual".split()
)
_PROPOSED: Final = frozenset(
    "proposed intended planned draft provisional preliminary tentative initial intended anticipated".split()
)
_ANNOUNCED: Final = frozenset(name for name, kind in RELATIONS.items() if kind.announced)
"""Relations that a future tense only announces; "will pay" a fine is as good as imposed."""
_DEFENDS: Final = frozenset({"face", "contest", "fight", "defend"})
"""Verbs of whoever was sued: "will contest the lawsuit" leaves no doubt that there is one."""
_SMALL: Final = frozenset(
    {"aux", "neg", "det", "advmod", "mark", "amod", "cc", "preconj", "compound", "auxpass", "acomp"}
)
_COMPLEMENTS: Final = frozenset("xcomp ccomp dobj pobj prep pcomp acl relcl advcl nsubjpass".split())
_INTENTIONS: Final = frozenset("plan intention proposal threat intent".split())
_POWERS: Final = frozenset(
    "power right ground basis option leave permission standing ability risk chance possibility prospect "
    "deadline time authority able entitled "
    "free opportunity".split()
)
_PROSPECTS: Final = frozenset("likely set poised unlikely ready going go willing expected".split())
_GOVERNORS: Final = (
    (_PLANS, _COMPLEMENTS, "proposed"),
    (_INTENTIONS, frozenset({"acl", "prep"}), "proposed"),
    (_OFFERS, _COMPLEMENTS, "proposed"),
    (_CALLS, _COMPLEMENTS, "hypothetical"),
    (_RISKS, frozenset({"dobj", "xcomp", "prep", "pobj", "nsubjpass"}), "hypothetical"),
    (_POWERS, frozenset({"acl", "prep", "xcomp"}), "hypothetical"),
    (_PROSPECTS, frozenset({"xcomp"}), "hypothetical"),
    (_DENIALS, frozenset({"xcomp", "dobj", "ccomp", "pcomp", "prep"}), "denied"),
    (_ALLEGES, frozenset({"ccomp", "xcomp", "oprd"}), "alleged"),
)
"""Lemmas above a trigger, the role in which the trigger's clause hangs on them, and what they make of it."""
_IFS: Final = frozenset("if unless whether should were".split())
_PROPOSALS: Final = re.compile(
    r"\bnotices?\sof\sintent\b|\bintention\sto\s(?:fine|issue|impose)|\bintends?\sto\b|\bplans?\sto\b|\bprovisional(?:ly)?\b|\bdraft\sdecision|\bproposed\s(?:fine|penalty|sum|payment|sanction|a\s(?:fine|penalty))|\bstatement\sof\sobjections\b|\bhad\s(?:in\smind|planned|proposed|intended|threatened|warned)\b"
    r"|\badvance\snotification\b|\bpreliminary\s(?:finding|view|decision)",
    re.IGNORECASE,
)
_MAXIMUM: Final = re.compile(
    r"\b(?:up\sto|as\smuch\sas|as\shigh\sas|a?\s?maximum(?:\s(?:fine|penalty|sum|amount))?(?:\sof)?|not\sexceeding|at\smost|no\smore\sthan|ceiling(?:\s(?:is|of))?|capped\sat|cap\sof|limit\sof|(?:daily|periodic|weekly)\s(?:fine|penalty|penalties|fines|penalty\spayments?)(?:\sof)?|for\s(?:each|every)|per\s(?:day|violation|breach|contravention|infringement|record))\s*(?:a\s|an\s|the\s|further\s|another\s|additional\s|about\s|around\s)*$",
    re.IGNORECASE,
)
_IMPOSED: Final = re.compile(
    r"\b(?:imposed|issued|received|levied|gave|handed|applied|given)\s(?:\w+\s){1,2}maximum\s(?:fine|penalty|sanction)\s(?:of\s)?$",
    re.IGNORECASE,
)
"""A maximum that was made use of."""
_EACH: Final = re.compile(
    r"^\s*(?:\(\w+\)\s*)?(?:for\s(?:each|every)|per|a|each|every|for\sany)\s(?:day|violation|breach|contravention|infringement|week|month|case|record|call|further)",
    re.IGNORECASE,
)


def of_trigger(tree: Tree, trigger: Word, relation: str = "") -> str:
    """The modality of what a word says, by its scope."""
    if tree.reading.sentence.text.rstrip().endswith("?"):
        return "hypothetical"
    chain = list(_chain(trigger))
    if relation in DECIDED and is_definite(trigger) and (top := later(trigger)) is not None:
        # Whoever may annul "the fine" leaves no doubt that there is one.
        chain = list(takewhile(lambda word: word is not top, chain))
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
        and not (relation == "SUED" and w.lemma in _DEFENDS)
        and any(c.lower in {"will", "'ll", "shall", "must"} and c.dep == "aux" for c in w.children)
        for w in chain[:2]
    ):
        return "proposed"
    for depth, word in enumerate(chain):
        if relation == "SUED" and word.lemma in _DEFENDS:
            continue
        verdict = _at(word, trigger, depth, chain, relation)
        if verdict:
            return verdict
    return ASSERTED


def _of_clause(noun: Word) -> str | None:
    """What a relative clause makes of a noun: "penalties that could be issued", "the fine it never imposed"."""
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
    if _is_wanted(word) or (smalls & _PROPOSED and word.pos == "NOUN"):
        return "proposed"
    if word.lower in {"without", "instead", "rather"} and word is not trigger:
        return "denied"
    if below is None or word is trigger:
        return None
    return _governed(word, below)


def _is_condition(word: Word) -> bool:
    """Whether a clause is an "if", a "whether", or the inverted "should it fail"."""
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
    would = any(c.lower == "would" for c in word.children if c.dep == "aux")
    return (
        would
        and word.dep == "ccomp"
        and head is not None
        and head.lemma in {"announce", "say", "confirm", "rule", "agree", "decide", "order"}
        and head.tag in {"VBD", "VBN", "VBP", "VBZ"}
    )


def _governed(word: Word, below: Word) -> str | None:
    """What a word above the trigger makes of it: the first row of the table that fits."""
    if below.dep not in _COMPLEMENTS or (word.lemma in _DENIALS and below.lemma in _CONTESTS):
        return None
    return next(
        (verdict for lemmas, deps, verdict in _GOVERNORS if word.lemma in lemmas and below.dep in deps), None
    )


_TOTAL: Final = re.compile(
    r"\b(?:(?:a\s)?(?:combined\s)?total(?:\sof)?|altogether|combined|sum\sof|totall?ing)\s(?:\w+\s){0,2}$",
    re.IGNORECASE,
)
_IN_TOTAL: Final = re.compile(
    r"^\s*(?:in\s(?:total|all|fines|penalties)|combined|altogether|worth\sof\sfines)\b", re.IGNORECASE
)


def is_total(sentence: str, start: int, end: int) -> bool:
    """Whether a sum adds up several decisions: "a total of", "in fines"; offsets are in the sentence."""
    return bool(
        _TOTAL.search(sentence[max(0, start - 40) : start]) or _IN_TOTAL.match(sentence[end : end + 30])
    )


def of_sum(sentence: str, start: int, end: int) -> str | None:
    """Why a sum is no sum imposed (a legal maximum, a daily penalty), or ``None``; offsets are in the sentence."""
    before, after = sentence[max(0, start - 60) : start], sentence[end : end + 40]
    if (_MAXIMUM.search(before) and not _IMPOSED.search(before)) or _EACH.match(after):
        return "hypothetical"
    return None


def is_proposal(sentence: str) -> bool:
    """Whether the sentence speaks of a notice of intent or another provisional step."""
    return bool(_PROPOSALS.search(sentence))
