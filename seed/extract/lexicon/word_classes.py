"""Words that stand for parties, rows of ``data/words.yaml``: authorities, companies, courts, groups, titles, forms."""

from typing import Final, cast

from seed.extract.lexicon import tables

_TABLE: Final = tables.read("words")
_CLASSES: Final = tables.classes(_TABLE, "words.yaml")

AUTHORITY_HEADS: Final = _CLASSES["authority_heads"]
"""Nouns that mean an authority by themselves after "the"."""
WEAK_AUTHORITY_HEADS: Final = _CLASSES["weak_authority_heads"]
"""Nouns that mean an authority only with a word such as "data" or "privacy" before them."""
AUTHORITY_QUALIFIERS: Final = {
    word: "" if sort == "~" else sort
    for word, sort in cast("dict[str, str]", _TABLE["authority_qualifiers"]).items()
}
"""What an authority oversees, and the sort of regulator in the records (empty: a data protection authority)."""
AUTHORITY_FILLERS: Final = _CLASSES["authority_fillers"]
COMPANY_HEADS: Final = _CLASSES["company_heads"]
TRADES: Final = _CLASSES["trades"]
"""Trades, callings and places of work that decisions are about without a name."""
PLATFORM_HEADS: Final = _CLASSES["platform_heads"]
PUBLIC_HEADS: Final = _CLASSES["public_heads"]
COURT_HEADS: Final = _CLASSES["court_heads"]
GROUP_HEADS: Final = _CLASSES["group_heads"]
PEOPLE: Final = _CLASSES["people"]
"""People who complain without a name."""
PEOPLES: Final = _CLASSES["peoples"]
PRONOUNS: Final = _CLASSES["pronouns"]
TITLES: Final = _CLASSES["titles"]
ROLE_NOUNS: Final = "|".join(cast("list[str]", _TABLE["role_nouns"])).replace("*", r"\w+")
"""A pattern of roles, each the words of a row."""
ROLE_WORDS: Final = _CLASSES["role_words"]
"""Nouns for whoever has a part in a proceeding or an office; no name of anybody."""
COMPANY_SUFFIXES: Final = _CLASSES["company_suffixes"]
COMPANY_WORDS: Final = _CLASSES["company_words"]
COURT_WORDS: Final = _CLASSES["court_words"]
REGULATOR_WORDS: Final = _CLASSES["regulator_words"]
REGULATOR_TOPICS: Final = _CLASSES["regulator_topics"]
REGULATOR_FIELDS: Final = _CLASSES["regulator_fields"]
"""What an authority oversees whose name is its own."""
REGULATOR_ENDS: Final = _CLASSES["regulator_ends"]
"""What ends the name of such an authority."""
PUBLIC_WORDS: Final = _CLASSES["public_words"]
STATE_WORDS: Final = _CLASSES["state_words"]
"""Words of a name that no firm has."""
COUNTRIES_OF_FORMS: Final = cast("dict[str, str]", _TABLE["countries_of_forms"])
"""Legal forms of one country alone."""
INSTITUTIONS: Final = _CLASSES["institutions"]
"""Words besides those that the names of bodies end in."""
NO_INSTITUTIONS: Final = _CLASSES["no_institutions"]
PLAIN_BODIES: Final = _CLASSES["plain_bodies"]
"""Words before such a word that name no body: "the Executive Board"."""
NGO_WORDS: Final = _CLASSES["ngo_words"]
PRODUCT_WORDS: Final = _CLASSES["product_words"]
"""Words after the name of a firm that name what it makes."""
NO_PARTIES: Final = _CLASSES["no_parties"]
"""Words in which the names of papers, steps and parts of a proceeding end."""
LAW_WORDS: Final = _CLASSES["law_words"]
NOT_NAMES: Final = _CLASSES["not_names"]
"""Words that start no name even when they have a capital."""
BREAK_NAMES: Final = _CLASSES["break_names"]
"""Words that end a name even when they have a capital."""
GENERIC_AUTHORITY: Final = REGULATOR_WORDS | REGULATOR_TOPICS | _CLASSES["generic_authority"]
"""Words that make up no name of their own: "the Information Commissioner" is whoever holds that office here."""
WEAK_STARTS: Final = _CLASSES["weak_starts"]
"""Words that may begin a name if another name word follows."""
