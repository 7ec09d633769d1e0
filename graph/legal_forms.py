"""Legal forms of firms: a name without its form, and the form alone. Pure."""

import re
from functools import lru_cache
from typing import Final

from rigour.names import extract_org_types, remove_org_types

_MARKS: Final = re.compile(r"[\s,.]+")
_SHORT: Final = {
    "co": "co", "company": "co", "cie": "co", "corp": "corp", "corporation": "corp", "k k": "kk", "kk": "kk",
    "a/s": "as",
}  # fmt: skip
"""Legal forms that rigour does not take for one, with their short form."""
_MORE_FORMS: Final = re.compile(rf"(?<=\w)(?:,? (?:& |and |et )?(?P<form>{'|'.join(_SHORT)}))$")


@lru_cache(maxsize=65536)
def plain_name(name: str) -> str:
    """A firm's name in lower case without its legal form; the name itself where nothing else would be left."""
    whole = _MARKS.sub(" ", name.casefold()).strip()
    # Twice: a form such as S.A. is known by its dots, one such as ", Inc." without its signs.
    plain = _MARKS.sub(" ", remove_org_types(name.casefold())).strip()
    plain = _MARKS.sub(" ", remove_org_types(plain)).strip() or whole
    return _MORE_FORMS.sub("", plain) or whole


@lru_cache(maxsize=65536)
def form_of(name: str) -> str:
    """The legal form of a firm's name in its short form ("ltd" of "Limited"); empty where it has none."""
    known = extract_org_types(name.casefold())
    if known:
        return known[-1][1]
    more = _MORE_FORMS.search(_MARKS.sub(" ", name.casefold()).strip())
    return (
        _SHORT[more["form"]] if more and plain_name(name) != _MARKS.sub(" ", name.casefold()).strip() else ""
    )
