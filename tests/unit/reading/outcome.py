"""What becomes of bytes that may be hostile: a text, or a reason; anything else is a failure."""

from graph.errors import InvalidInput
from seed.reading import Raw, read


def outcome(raw: Raw) -> str:
    """The text of a source, or the one line that says why there is none; it names the document."""
    try:
        return read(raw).text
    except InvalidInput as error:
        if error.where != raw.name:
            raise
        return str(error)
