"""The second extractor: the same documents in and the same extractions out as by rules, read by a language model."""

import hashlib
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from seed.extract.claims.assemble import Found, finish
from seed.extract.mentions.gazetteer import Gazetteer, shipped
from seed.extract.types import Document
from seed.extract.values import publication
from seed.ingest.rows import mark
from seed.llm import cache
from seed.llm.checks import Scene, check
from seed.llm.endpoint import Endpoint, ask
from seed.llm.errors import AnswerCut, AnswerUnusable
from seed.llm.parties import cast_of
from seed.llm.pieces import Piece, halves, pieces
from seed.llm.prompt import instructions, question, version
from seed.llm.report import ModelExtraction, Report
from seed.llm.shape import Row, parse, schema

NAME: Final = "llm"
_CUT: Final = "the answer was cut off"
"""Kept in place of an answer, so that the next run asks about the halves at once."""

_SHORTEST: Final = 1_000
"""A piece that is not cut in two any more when the answer is too long for the model."""


@dataclass(frozen=True, slots=True)
class LanguageModel:
    """An extractor over an endpoint; answers are kept in ``folder``. May be shared by threads, or sent to a process."""

    endpoint: Endpoint
    folder: Path
    gazetteer: Gazetteer | None = None

    @property
    def mark(self) -> str:
        """The model and the version of what it is asked: by this a document knows that it has read it."""
        return mark(NAME, self._version)

    @property
    def _version(self) -> str:
        return f"{self.endpoint.model}/{version()}"

    def __call__(self, document: Document) -> ModelExtraction:
        """All claims of a document, and counts; raises ``ModelError``, and then none of the document is kept."""
        known = self.gazetteer or shipped()
        published = document.published or publication.published(document.text, document.url)
        parts = list(pieces(document.text))
        cast = cast_of(document.text, document.title, published, parts, known)
        found: list[Found] = []
        report = Report()
        for part in parts:
            for piece, rows, asked in self._rows(document, published, part):
                claims, checked = check(rows, Scene(piece, cast, published))
                found += claims
                report += asked + checked
        claims = tuple(one.claim for one in finish(found, document.text))
        return ModelExtraction(
            document=document.id,
            claims=claims,
            published=published,
            extractor=NAME,
            version=self._version,
            report=report + Report(claims=len(claims)),
        )

    def _rows(
        self, document: Document, published: str | None, piece: Piece
    ) -> list[tuple[Piece, list[Row], Report]]:
        """What the model says of a piece, or of its halves where the answer to the whole is cut off."""
        asked = self._asked(document, published, piece)
        try:
            return [(piece, *self._answer(asked, document.title or document.id))]
        except AnswerCut:
            if len(piece.text) < _SHORTEST:
                raise
            cache.keep(self.folder, asked, _CUT)
        return [row for half in halves(piece) for row in self._rows(document, published, half)]

    def _asked(self, document: Document, published: str | None, piece: Piece) -> cache.Asked:
        digest = hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest()
        return cache.Asked(self.endpoint.model, version(), digest, question(document, published, piece))

    def _answer(self, asked: cache.Asked, document: str) -> tuple[list[Row], Report]:
        kept = cache.find(self.folder, asked)
        if kept == _CUT:
            raise AnswerCut("the answer was cut off before")
        if kept is not None:
            with suppress(AnswerUnusable):
                rows, wrong = parse(kept)
                return rows, Report(cached=1, dropped_rows=wrong)
        report = Report()
        while True:
            reply = ask(self.endpoint, instructions(), asked.question, schema())
            again = report.requests > 0
            report += Report(requests=1 + reply.retries, retries=reply.retries + again)
            try:
                rows, wrong = parse(reply.content)
            except AnswerUnusable as error:
                if not again:
                    continue
                raise AnswerUnusable(
                    error.what,
                    where=f"{self.endpoint.model}, {document}",
                    remedy="take a model that keeps to a JSON schema",
                ) from None
            cache.keep(self.folder, asked, reply.content)
            return rows, report + Report(dropped_rows=wrong)
