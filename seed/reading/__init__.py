"""Reading: from whatever people have (text, Markdown, HTML, PDF; a file, a folder, an address) to one clean text.

``expand`` says what there is to read, ``load`` fetches the bytes of one place, ``read`` makes a ``Source`` of them.
Offsets of claims refer to the text that ``read`` gives, and to no other.
"""

from seed.reading.content import read
from seed.reading.limits import DEFAULT, Limits
from seed.reading.places import Place, expand, load
from seed.reading.raw import Given, Raw
from seed.reading.web import Policy, fetch

__all__ = ["DEFAULT", "Given", "Limits", "Place", "Policy", "Raw", "expand", "fetch", "load", "read"]
