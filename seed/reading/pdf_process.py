"""Reads the text layer of the PDF on standard input and prints one JSON object.

Run as a file, with the most pages, characters, seconds and bytes of memory as arguments. It imports nothing of ours:
it starts for every PDF.
"""

import contextlib
import io
import json
import logging
import sys
from typing import Any, Final

_FEWEST: Final = 20
"""Letters and digits of a page with a text layer; a stamp or a page number has less."""


def _limit(seconds: int, memory: int) -> None:
    """Let the system end this process where it can: Windows and macOS have only the time limit of the caller."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def _is_scan(page: Any, text: str) -> bool:
    """Whether a page is a picture without text over it."""
    if sum(character.isalnum() for character in text) >= _FEWEST:
        return False
    try:
        objects = page["/Resources"]["/XObject"].get_object()
        return any(objects[name].get("/Subtype") == "/Image" for name in objects)
    except (KeyError, TypeError, AttributeError):
        return False


def _answer(content: bytes, most_pages: int, most_characters: int) -> dict[str, Any]:
    """The pages, or the reason why there are none."""
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, PyPdfError

    logging.disable(logging.CRITICAL)
    try:
        pdf = PdfReader(io.BytesIO(content))
        if pdf.is_encrypted and not pdf.decrypt(""):
            return {
                "reason": "the PDF is encrypted",
                "remedy": "open it with its password and save it without",
            }
        if len(pdf.pages) > most_pages:
            return {"reason": f"the PDF is too large: more than {most_pages:,} pages", "remedy": "split it"}
        pages: list[str] = []
        scans: list[int] = []
        total = 0
        for number, page in enumerate(pdf.pages, 1):
            pages.append(page.extract_text())
            if _is_scan(page, pages[-1]):
                scans.append(number)
            total += len(pages[-1])
            if total > most_characters:
                return {
                    "reason": f"the PDF is too large: more than {most_characters:,} characters",
                    "remedy": "split it",
                }
        if not pages:
            return {"reason": "the PDF has no pages"}
        # The day that a PDF was made is not taken for the day of publication: old decisions are converted late.
        return {"pages": pages, "scans": scans, "title": pdf.metadata.title if pdf.metadata else None}
    except DependencyError:
        return {"reason": "the PDF is encrypted", "remedy": "open it with its password and save it without"}
    except MemoryError:
        return {"reason": "the PDF needs too much memory", "remedy": "split it"}
    except (
        PyPdfError,
        ValueError,
        TypeError,
        LookupError,
        AttributeError,
        ArithmeticError,
        RecursionError,
        OSError,
    ):
        return {"reason": "the PDF is broken", "remedy": "open it in a viewer and print it into a new file"}


def main() -> None:
    """Answer on standard output; whatever libraries print goes elsewhere."""
    pages, characters, seconds, memory = (int(word) for word in sys.argv[1:])
    _limit(seconds, memory)
    content = sys.stdin.buffer.read()
    with contextlib.redirect_stdout(sys.stderr):
        answer = json.dumps(_answer(content, pages, characters))
    sys.stdout.write(answer)


if __name__ == "__main__":
    main()
