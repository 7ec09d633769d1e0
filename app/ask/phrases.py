"""Tables of words as data: a row is a meaning and the phrases that tell it."""


def phrases(table: dict[str, str]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """For each phrase all that it can mean."""
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for meaning, text in table.items():
        for phrase in text.split(","):
            key = tuple(phrase.split())
            found[key] = tuple(dict.fromkeys((*found.get(key, ()), meaning)))
    return found
