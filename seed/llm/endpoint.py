"""One question to an OpenAI-compatible endpoint, and its answer: bounded in time, in tries and in size."""

import email.utils
import json
import re
import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final

import httpx
from pydantic import BaseModel, Field, ValidationError

from seed.llm.errors import AnswerCut, AnswerUnusable, ModelRefused, ModelUnavailable

TRIES: Final = 4
LARGEST: Final = 4 << 20
"""Bytes of an answer; the longest that makes sense is some tens of kilobytes."""

LONGEST_WAIT: Final = 60.0
"""Seconds before the next try, however long the endpoint asks for."""

_CONNECT: Final = 10.0
_PASSING: Final = frozenset({408, 409, 425, 429})
_EXCERPT: Final = 200


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where the model is: address of the API, name of the model, key, seconds for one answer.

    ``pause`` is the wait in seconds before the second try; it doubles with each.
    """

    url: str
    model: str
    key: str | None = field(default=None, repr=False)
    seconds: float = 120.0
    pause: float = 0.5
    largest: int = LARGEST

    @property
    def address(self) -> str:
        """Where questions are sent."""
        base = self.url.rstrip("/")
        return base if base.endswith("/chat/completions") else f"{base}/chat/completions"


@dataclass(frozen=True, slots=True)
class Reply:
    """What the model said, and how many tries it took beyond the first."""

    content: str
    retries: int


class _Message(BaseModel):
    content: str | None = None
    refusal: str | None = None


class _Choice(BaseModel):
    message: _Message
    finish_reason: str | None = None


class _Completion(BaseModel):
    choices: list[_Choice] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class _Raw:
    status: int
    headers: Mapping[str, str]
    body: bytes


class _Again(Exception):
    """A passing trouble; ``wait`` is what the endpoint asked for, in seconds."""

    def __init__(self, what: str, wait: float | None = None) -> None:
        super().__init__(what)
        self.wait = wait


def ask(endpoint: Endpoint, instructions: str, question: str, schema: Mapping[str, Any]) -> Reply:
    """The model's answer as text. Raises ``ModelUnavailable``, ``ModelRefused`` or ``AnswerUnusable``."""
    body: dict[str, Any] = {
        "model": endpoint.model,
        "messages": [
            {"role": "system", "content": instructions},
            {"role": "user", "content": question},
        ],
        "temperature": 0,
        "stream": False,
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": "claims", "strict": True, "schema": schema},
        },
    }
    retries = 0
    with _client(endpoint) as client:
        while True:
            try:
                raw = _post(client, endpoint, body)
                if raw.status == 400 and "temperature" in body and b"temperature" in raw.body:
                    # Some models accept no temperature but their own.
                    del body["temperature"]
                else:
                    return Reply(_content(_accepted(raw, endpoint), endpoint), retries)
            except _Again as trouble:
                if retries + 1 >= TRIES:
                    raise ModelUnavailable(
                        f"the language model gave no answer in {TRIES} tries: {trouble}",
                        where=endpoint.address,
                        remedy="try again later, or give it more time with WHOFINED_LLM_SECONDS",
                    ) from None
                time.sleep(_wait(endpoint, retries, trouble.wait))
            retries += 1


def _wait(endpoint: Endpoint, retries: int, wanted: float | None) -> float:
    """Seconds before the next try: what the endpoint asked for, else twice as long as the last time."""
    if wanted is not None and wanted > LONGEST_WAIT:
        raise ModelUnavailable(
            f"the language model asks to wait {wanted:.0f} seconds",
            where=endpoint.address,
            remedy="try again then; what was answered is kept",
        )
    return wanted if wanted is not None else min(endpoint.pause * 2**retries, LONGEST_WAIT)


def _client(endpoint: Endpoint) -> httpx.Client:
    headers = {"Accept": "application/json", "Accept-Encoding": "identity"}
    if endpoint.key:
        headers["Authorization"] = f"Bearer {endpoint.key}"
    timeout = httpx.Timeout(endpoint.seconds, connect=min(_CONNECT, endpoint.seconds))
    # Redirects are not followed: the key would go along.
    return httpx.Client(headers=headers, timeout=timeout, follow_redirects=False, verify=_trust())


@cache
def _trust() -> ssl.SSLContext:
    """What this machine trusts beside what httpx ships: a company's proxy signs with an authority of its own."""
    context = httpx.create_ssl_context()
    context.load_default_certs()
    return context


def _post(client: httpx.Client, endpoint: Endpoint, body: Mapping[str, Any]) -> _Raw:
    """Send, and receive no longer and no more than is allowed."""
    until = time.monotonic() + endpoint.seconds
    late = f"no whole answer in {endpoint.seconds:g} seconds"
    received = bytearray()
    try:
        content = json.dumps(body).encode("ascii")
        headers = {"Content-Type": "application/json"}
        with client.stream("POST", endpoint.address, content=content, headers=headers) as answer:
            for part in answer.iter_bytes():
                received += part
                if len(received) > endpoint.largest:
                    raise AnswerUnusable(
                        f"the answer is longer than {endpoint.largest:,} bytes",
                        where=endpoint.address,
                        remedy="check that the address is that of a chat-completions API",
                    )
                if time.monotonic() > until:
                    raise _Again(late)
            return _Raw(answer.status_code, answer.headers, bytes(received))
    except httpx.ConnectError as error:
        raise ModelUnavailable(
            f"no connection to the language model: {error}",
            where=endpoint.address,
            remedy="start it, or correct WHOFINED_LLM_URL",
        ) from None
    except httpx.TimeoutException:
        raise _Again(late) from None
    except httpx.TransportError as error:
        raise _Again(str(error) or type(error).__name__) from None


def _accepted(raw: _Raw, endpoint: Endpoint) -> bytes:
    """The body of an answer that is one; raises for every other status."""
    if raw.status == 200:
        return raw.body
    said = _excerpt(raw.body, endpoint.key)
    what = f"HTTP {raw.status}{f' ({said})' if said else ''}"
    if raw.status in _PASSING or raw.status >= 500:
        raise _Again(what, _retry_after(raw.headers.get("retry-after")))
    remedies = {
        401: "check WHOFINED_LLM_KEY",
        403: "check WHOFINED_LLM_KEY and what it may use",
        404: "check WHOFINED_LLM_URL and WHOFINED_LLM_MODEL",
        400: "check WHOFINED_LLM_MODEL; the endpoint must take response_format json_schema",
    }
    remedy = remedies.get(raw.status, "check WHOFINED_LLM_URL")
    raise ModelRefused(f"the language model refused: {what}", where=endpoint.address, remedy=remedy)


def _excerpt(body: bytes, key: str | None) -> str:
    """The beginning of an error's body on one line, without the key should the endpoint repeat it."""
    text = body.decode("utf-8", "replace")
    text = text.replace(key, "***") if key else text
    # Endpoints shorten the keys that they repeat ("sk-ab***cd").
    text = re.sub(r"\b(?:sk|key)-[\w*.-]+", "***", text)
    return " ".join(re.sub(r"[^\S ]|[\x00-\x1f\x7f]", " ", text).split())[:_EXCERPT]


def _retry_after(value: str | None) -> float | None:
    """Seconds from now of a Retry-After header, which is a number or a date; ``None`` where it says nothing."""
    if value is None:
        return None
    if re.fullmatch(r"\d{1,9}(\.\d+)?", value.strip(), re.ASCII):
        return float(value)
    try:
        return max(0.0, email.utils.parsedate_to_datetime(value).timestamp() - time.time())
    except (ValueError, OverflowError):
        return None


def _content(body: bytes, endpoint: Endpoint) -> str:
    """What the model said, out of the envelope of the API."""
    try:
        choice = _Completion.model_validate_json(body).choices[0]
    except ValidationError:
        raise AnswerUnusable(
            "the answer is none of a chat-completions API",
            where=endpoint.address,
            remedy="check WHOFINED_LLM_URL: it ends with /v1 as a rule",
        ) from None
    if choice.message.refusal:
        raise ModelRefused(
            f"the model will not read the text: {_excerpt(choice.message.refusal.encode(), endpoint.key)}",
            where=endpoint.model,
            remedy="take another model, or read this document by rules",
        )
    if choice.finish_reason == "length":
        raise AnswerCut(
            "the answer was cut off at the model's limit",
            where=endpoint.model,
            remedy="take a model with a larger limit for answers",
        )
    return choice.message.content or ""
