"""Extraction: from a document's text to claims with the words that support them.

Rules only: a gazetteer, a small statistical parser, and tables of verbs and nouns. ``extract`` is the way in.
"""

from seed.extract.engine import Extractor, extract
from seed.extract.types import Claim, Document, Extraction, Party, Sum, When

__all__ = ["Claim", "Document", "Extraction", "Extractor", "Party", "Sum", "When", "extract"]
