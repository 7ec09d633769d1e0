"""How names are compared, searched and turned into ids. Pure; the only such functions of the project.

Three forms of a text, from the closest to the widest: ``fold`` (lower case without accents), ``words`` (what search
compares: letters of any script in ASCII) and ``slug`` (a readable id). Transliteration is that of anyascii, a fixed
table: ids must not change with a version of ICU or with the machine.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final, TypeAlias

from anyascii import anyascii

Word: TypeAlias = tuple[str, int, int]
"""A word as search compares it, and where it stands in the text: code points, end exclusive."""

_LETTER: Final = r"[^\W_][\u0300-\u036f]*"
_WORD: Final = re.compile(
    rf"(?:[^\W\d_]\.){{2,}}(?:[^\W\d_](?![^\W_]))?|(?:{_LETTER})+(?:['’ʼ`´]s(?![^\W_]))?"
)
_INITIALS: Final = re.compile(r"(?:\w\.)+\w?")
_SIGNS: Final = str.maketrans({"&": " and ", "+": " plus ", "@": " at "})
_NOT_PLAIN: Final = re.compile(r"[^a-z0-9]+")
_SMALL: Final = frozenset(
    "a and at d da das de del della der des di do dos du e el et for fur i in l la le les no of og on the to und van "
    "von voor y".split()
)
"""Words that initials leave out."""

_CHECK: Final = 2
"""Bytes of the digest that keeps two names apart which look alike in ASCII."""


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case, without accents, with plain apostrophes and without the dots of F.T.C.; other letters stay."""
    # Twice, for a sign such as ㎒ is taken apart into capitals.
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text.casefold()).casefold())
    plain = "".join(char for char in decomposed if not unicodedata.combining(char)).replace("’", "'")
    return plain.replace(".", "") if _INITIALS.fullmatch(plain) else plain


def spans(text: str) -> list[Word]:
    """The words of a text as search compares them, in order.

    Case, accents, scripts, the dots of initials and the apostrophe of a genitive make no difference: ``C.N.I.L.`` is
    ``cnil``, ``McDonald’s`` is ``mcdonalds``, ``Сбер`` is ``sber``.
    """
    return [
        (word, found.start(), found.end()) for found in _WORD.finditer(text) for word in _plain(found.group())
    ]


@lru_cache(maxsize=65536)
def words(text: str) -> tuple[str, ...]:
    """The words of a text without their offsets."""
    return tuple(word for word, _, _ in spans(text))


@lru_cache(maxsize=65536)
def _plain(token: str) -> tuple[str, ...]:
    plain = anyascii(unicodedata.normalize("NFC", token)).lower()
    return tuple(_NOT_PLAIN.sub(" ", re.sub(r"[.'`]", "", plain)).split())


def forms(names: Iterable[str]) -> list[str]:
    """What the full-text index holds of an entity: the words of each name, joined and in one, and its initials."""
    found: dict[str, None] = {}
    for name in names:
        plain = words(name)
        found[" ".join(plain)] = None
        if len(plain) > 1:
            found["".join(plain)] = None
            found[initials(plain)] = None
    found.pop("", None)
    return list(found)


def initials(plain: Sequence[str]) -> str:
    """The first letters of the words of a name that are no small words: ``hm`` of Hennes and Mauritz."""
    return "".join(word[0] for word in plain if word not in _SMALL)


def slug(name: str, longest: int = 60) -> str:
    """A readable id: lower-case ASCII words with hyphens, cut at a word where they are longer than ``longest``.

    Two names have one slug only if they differ in case, accents or punctuation alone. Where letters had to be written
    in others (ø, Cyrillic) or a part was cut off, a short digest of the name keeps it apart from all that look alike.
    """
    folded = fold(name)
    plain = anyascii(unicodedata.normalize("NFC", name)).lower().translate(_SIGNS)
    whole = _NOT_PLAIN.sub("-", plain).strip("-")
    told = len(whole) <= longest and all(char.isascii() for char in folded if char.isalnum())
    if told and whole:
        return whole
    check = hashlib.blake2s(folded.encode(), digest_size=_CHECK).hexdigest()
    return "-".join(filter(None, (_cut(whole, longest), check))) if whole else f"x-{check}"


def _cut(whole: str, longest: int) -> str:
    return whole if len(whole) <= longest else (whole[: longest + 1].rpartition("-")[0] or whole[:longest])
