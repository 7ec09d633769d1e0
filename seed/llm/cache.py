"""Answers on disk, so that the same text is never paid for twice. An entry holds no address and no key."""

import hashlib
import json
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ValidationError

from graph.errors import ConfigurationError

_PRIVATE: Final = 0o700


class _Entry(BaseModel):
    model: str
    prompt: str
    document: str
    answer: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What an answer depends on: model, version of the prompt, hash of the document's text, and the question."""

    model: str
    prompt: str
    document: str
    question: str

    @property
    def key(self) -> str:
        """The name of the entry."""
        told = json.dumps([self.model, self.prompt, self.document, self.question])
        return hashlib.sha256(told.encode()).hexdigest()


def find(folder: Path, asked: Asked) -> str | None:
    """The answer that was kept, or ``None``; an entry that cannot be read counts as none."""
    try:
        return _Entry.model_validate_json(_place(folder, asked).read_bytes()).answer
    except (OSError, ValidationError):
        return None


def keep(folder: Path, asked: Asked, answer: str) -> None:
    """Keep an answer, in one step: whoever reads sees all of it or nothing. Raises ``ConfigurationError``."""
    entry = _Entry(model=asked.model, prompt=asked.prompt, document=asked.document, answer=answer)
    place = _place(folder, asked)
    try:
        place.parent.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
        descriptor, scratch = tempfile.mkstemp(dir=place.parent, prefix=".", suffix=".new")
        try:
            with os.fdopen(descriptor, "w", encoding="ascii") as file:
                json.dump(entry.model_dump(), file)
            Path(scratch).replace(place)
        except BaseException:
            Path(scratch).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise ConfigurationError(
            f"an answer of the language model cannot be kept: {error.strerror}",
            where=str(place.parent),
            remedy="make room there, or name another folder with WHOFINED_HOME",
        ) from error


def _place(folder: Path, asked: Asked) -> Path:
    key = asked.key
    return folder / key[:2] / f"{key}.json"
