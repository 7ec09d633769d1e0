"""The verbs and nouns of each relation, as data: which words, and in which slots their parties stand."""
# ruff: noqa: E501 - tables: one row a line, however long

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final, TypedDict, TypeVar, Unpack

from seed.extract import verdicts
from seed.extract.mentions import AUTHORITY, PARTY, TARGET

_COURT: Final = frozenset({"court"})
_AUTHORITY_OR_COURT: Final = AUTHORITY | _COURT
_PERSON_TOO: Final = PARTY | {"group"}
_SUABLE: Final = PARTY - _COURT
_PLATFORM: Final = frozenset({"platform", "company"})
_COMPANY: Final = frozenset({"company", "platform"})

GIVE: Final = frozenset(
    "impose issue levy announce administer serve set fix apply confirm deliver assess file bring launch open start begin commence initiate "
    "lodge conduct lead run make take publish adopt mete dish send award undertake hold pursue establish order decide hand give "
    "mount lay submit end wrap enter pass render complete conclude finish close resume win secure obtain slam split inflict mete".split()
)
"""Verbs whose subject takes the action that the noun names: "imposed a fine on"."""
HIT: Final = frozenset(
    "hit slap slam punish strike hand charge smack sting whack penalise penalize sanction land present serve issue clobber threaten".split()
)
"""Verbs whose object is the target: "hit Acme with a fine", "handed Acme a fine"."""
TAKE: Final = frozenset(
    "receive get incur pay owe suffer attract cop land draw earn collect accept shoulder swallow settle face".split()
)
"""Verbs whose subject is the target: "received a fine from"."""
MEET: Final = frozenset(
    "reach strike agree sign announce enter make negotiate conclude seal settle approve have get accept secure obtain finalise finalize".split()
)
"""Verbs of an agreement: "reached a settlement with"."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A relation and the words that tell it; the parties stand in slots, those of the subject in ``subject``.

    Of ``needs`` one word must be there too, of ``rejects`` none.
    """

    relation: str
    lemmas: frozenset[str]
    subject: tuple[str, ...]
    object: tuple[str, ...]
    subjects: frozenset[str]
    objects: frozenset[str]
    fill_subject: bool = False
    fill_object: bool = False
    needs: frozenset[str] = frozenset()
    rejects: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class VerbFrame(Frame):
    """A relation told by a verb."""


@dataclass(frozen=True, slots=True)
class NounFrame(Frame):
    """A relation told by a noun, alone or with a supporting verb; slots of the noun itself come first.

    Of ``kinds`` one word must stand before the noun: an "enforcement" notice.
    """

    give: frozenset[str] = GIVE
    hit: frozenset[str] = frozenset()
    take: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()


class _Fills(TypedDict, total=False):
    fill_subject: bool
    fill_object: bool


class _More(_Fills, total=False):
    needs: frozenset[str]
    rejects: frozenset[str]
    give: frozenset[str]
    hit: frozenset[str]
    take: frozenset[str]
    kinds: frozenset[str]


_F = TypeVar("_F", bound=Frame)


def _row(  # noqa: PLR0917 - a row of the table
    make: Callable[..., _F],
    relation: str,
    lemmas: str,
    subject: str,
    obj: str,
    subjects: frozenset[str],
    objects: frozenset[str],
    **more: Unpack[_More],
) -> _F:
    return make(
        relation,
        frozenset(lemmas.split()),
        tuple(subject.split()),
        tuple(obj.split()),
        subjects,
        objects,
        **more,
    )


_verb = partial(_row, VerbFrame)
_noun = partial(_row, NounFrame)
_BOTH: Final[_Fills] = {"fill_subject": True, "fill_object": True}
STOP: Final = frozenset(
    "stop delete cease erase destroy remove change bring comply halt suspend refrain limit end block provide make implement submit "
    "appoint designate put restrict correct notify inform disable correct adjust establish obtain overhaul desist purge review turn "
    "give improve let take adopt set keep answer hand hire conduct pull shut cut report rectify fix allow enable disclose discontinue compensate refund run publish apologise renew audit engage redesign rewrite update upgrade encrypt secure protect train document demonstrate respond grant install replace wipe stem contact cooperate carry clean deactivate".split()
)

_DEFEND: Final = frozenset("face settle defend lose contest fight".split())
_IN_COURT: Final = frozenset("court courts lawsuit class legal judge plaintiff plaintiffs sued doj".split())
_SETTLING: Final = frozenset("settle settles settled settling settlement settlements".split())
_RULED: Final = frozenset(
    "fine penalty decision decisions order ruling notice notices tribunal court fines penalties".split()
)

VERBS: Final[tuple[VerbFrame, ...]] = (
    _verb("FINED", "fine penalise penalize sanction", "subj by", "obj", AUTHORITY, TARGET, **_BOTH),
    _verb("REPRIMANDED", "reprimand admonish rebuke censure", "subj by", "obj", AUTHORITY, TARGET, **_BOTH),
    _verb("ORDERED", "order direct instruct compel oblige require tell command force", "subj by", "obj", AUTHORITY, TARGET, **_BOTH, needs=STOP),
    _verb("ORDERED", "ban bar prohibit forbid block", "subj by", "obj", AUTHORITY, TARGET, **_BOTH),
    _verb("FOUND_BREACH", "find rule conclude hold determine", "subj by", "", AUTHORITY, TARGET, needs=frozenset({"breach", "violate", "infringe", "contravene", "break", "fail"})),
    _verb("INVESTIGATED", "investigate probe examine scrutinise scrutinize inspect audit", "subj by", "obj into", AUTHORITY, TARGET, **_BOTH),
    _verb("INVESTIGATED", "look", "subj", "into", AUTHORITY, TARGET, **_BOTH, needs=frozenset({"into"})),
    _verb("SUED", "sue", "subj by", "obj", _PERSON_TOO, _SUABLE, fill_object=True),
    _verb("SUED", "charge prosecute", "subj by", "obj", AUTHORITY | {"public_body"}, TARGET, needs=frozenset({"with", "over", "for"})),
    _verb("SUED", "take haul drag", "subj by", "obj", _PERSON_TOO, _SUABLE, needs=frozenset({"court"})),
    _verb("SETTLED_WITH", "settle", "subj", "with by", _PERSON_TOO, _PERSON_TOO, rejects=frozenset({"pay"})),
    _verb("APPEALED", "appeal",  "subj by", "obj against from", PARTY, _AUTHORITY_OR_COURT, fill_object=True),
    _verb("APPEALED", "challenge contest fight", "subj by", "obj", PARTY, _AUTHORITY_OR_COURT, fill_object=True, needs=frozenset({"fine", "decision", "penalty", "order", "ruling", "notice", "theirs", "court", "tribunal"})),
    _verb("COMPLAINED_ABOUT", "complain", "subj", "about against of", TARGET, TARGET, fill_object=True, needs=frozenset({"about", "against", "of", "to"})),
    _verb("COMPLAINED_ABOUT", "report", "subj by", "obj", frozenset({"ngo", "person"}), TARGET, needs=frozenset({"to"})),
    _verb("SCRAPED", "scrape harvest", "subj by", "obj from of", _COMPANY, _PLATFORM, fill_subject=True),
    _verb("ACQUIRED_OR_OWNS", "acquire buy purchase own", "subj by", "obj", frozenset({"company", "person", "ngo"}), _COMPANY),
    _verb("INTERVENED_IN", "intervene", "subj", "before in at", PARTY, _COURT),
    _verb("INVESTED_IN", "invest", "subj by", "in", frozenset({"person", "company"}), frozenset({"company"})),
    _verb("INVESTED_IN", "back fund bankroll finance", "subj by", "obj", frozenset({"person", "company"}), frozenset({"company"})),
    _verb("WITHDREW_FROM", "withdraw pull", "subj", "from out", frozenset({"company"}), frozenset({"country"})),
)  # fmt: skip

NOUNS: Final[tuple[NounFrame, ...]] = (
    _noun("FINED", "fine penalty forfeiture sanction", "by from poss comp", "on against to for upon", AUTHORITY, TARGET, **_BOTH, hit=HIT, take=TAKE),
    _noun("REPRIMANDED", "reprimand admonition rebuke", "by from poss comp", "to against on for", AUTHORITY, TARGET, **_BOTH, hit=HIT, take=TAKE),
    _noun("ORDERED", "order ban injunction determination prohibition measure", "by from of poss comp", "on against to", AUTHORITY, TARGET, **_BOTH, take=TAKE),
    _noun("ORDERED", "notice", "by from of poss comp", "on against to upon", AUTHORITY, TARGET, **_BOTH, take=TAKE, hit=HIT, kinds=frozenset("enforcement formal compliance corrective stop cessation improvement".split())),
    _noun("INVESTIGATED", "investigation inquiry enquiry probe examination inspection audit", "by of from poss comp", "into of against about on", AUTHORITY, TARGET, **_BOTH),
    _noun("INVESTIGATED", "proceeding", "by of from poss comp", "into of against about on", AUTHORITY, TARGET, **_BOTH, rejects=_IN_COURT | {"civil"}),
    _noun("SUED", "lawsuit suit litigation class-action", "by from of", "against", _PERSON_TOO, _SUABLE, fill_object=True, take=_DEFEND),
    _noun("SUED", "dispute battle fight", "with", "", AUTHORITY | frozenset({"ngo"}), _SUABLE, fill_object=True, needs=frozenset({"legal", "court"})),
    _noun("SUED", "case proceeding action", "by from of", "against", _PERSON_TOO, _SUABLE, fill_object=True, needs=_IN_COURT | {"civil", "brought", "bring", "brings", "filed"}, rejects=_SETTLING),
    _noun("SUED", "charge complaint", "by from of", "against", _PERSON_TOO, _SUABLE, fill_object=True, needs=_IN_COURT, rejects=_SETTLING),
    _noun("SETTLED_WITH", "settlement deal agreement undertaking decree", "by from poss comp between of", "with", _PERSON_TOO, _PERSON_TOO, give=MEET, needs=frozenset({"settlement", "settle", "settles", "settled", "lawsuit", "lawsuits", "consent", "undertaking", "suit", "case", "ftc", "attorney", "claims", "class", "charges", "allegations", "decree"})),
    _noun("APPEALED", "appeal", "by of from poss", "against of", PARTY, _AUTHORITY_OR_COURT, fill_object=True),
    _noun("APPEALED", "challenge objection bid action", "by of from poss", "against", TARGET, _AUTHORITY_OR_COURT, fill_object=True, needs=_RULED),
    _noun("COMPLAINED_ABOUT", "complaint", "by from of poss comp", "against about over", TARGET, TARGET, fill_object=True, rejects=frozenset({"lawsuit", "court", "class", "suit", "lawsuits"})),
)  # fmt: skip


_GOVERNORS: Final = frozenset(
    "plan intend propose threaten consider mull weigh prepare want aim expect anticipate contemplate seek hope vow pledge eye foresee "
    "envisage signal float call urge ask demand request recommend press push advise lobby petition warn suggest advocate deserve face risk "
    "fear avoid escape dodge near await expose prevent spare save deny refuse decline fail stop abandon drop reject refrain allege claim "
    "accuse contend argue insist maintain rumour rumor speculate believe think dispute suspect announce say confirm rule agree decide "
    "order have be go do require tell direct force make levy bill dock charge consent oblige".split()
)
"""Verbs that other modules ask for above a trigger or beside it."""


def lemmas() -> set[str]:
    """All verbs that any frame names, as trigger or as support."""
    found = (
        _GOVERNORS
        | GIVE
        | HIT
        | TAKE
        | MEET
        | STOP
        | verdicts.lemmas()
        | {"pay", "owe", "fork", "cough", "forfeit", "break", "violate", "infringe"}
    )
    return set(found).union(*(frame.lemmas for frame in VERBS))
