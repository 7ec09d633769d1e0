"""What an answer says of the page that was asked for: there, moved, gone, or kept from us. Pure."""

import re
from dataclasses import dataclass
from typing import Final, Literal
from urllib.parse import urlsplit

from seed.addresses import canonical
from seed.reading.visit import Reply

State = Literal["alive", "moved", "changed", "gone", "blocked", "login", "paywall", "unreachable", "robots"]

_GONE: Final = {404: "404 not found", 410: "410 gone"}
_BLOCKED: Final = {
    401: "401 needs a login", 403: "403 refused", 429: "429 too many requests",
    451: "451 unavailable for legal reasons",
}  # fmt: skip
_LOGIN: Final = re.compile(
    r"/(?:log-?in|sign-?in|sso|auth|oauth|account/login|connexion|anmelden)\b", re.IGNORECASE
)
_PASSWORD: Final = re.compile(rb"<input[^>]+type\s*=\s*[\"']?password", re.IGNORECASE)
_NOT_FOUND: Final = re.compile(
    r"\b404\b|\b(?:page|article|document|content)\b.{0,30}\b(?:not found|no longer|does ?n.t exist|cannot be found|"
    r"can.t be found|has been removed|was removed|unavailable)|\bpage introuvable|\bseite nicht gefunden|"
    r"\bp[aá]gina no encontrada|\bpagina non trovata|\bpagina niet gevonden",
    re.IGNORECASE,
)
_FENCED: Final = re.compile(
    rb"isAccessibleForFree[\"']?\s*:\s*[\"']?false|class=[\"'][^\"']*\bpaywall\b", re.IGNORECASE
)
_SUBSCRIBE: Final = re.compile(
    r"subscribe (?:now )?to (?:continue|read)|already a subscriber|subscribers? only|to (?:continue|keep) reading|"
    r"for subscribers|nur f[uü]r abonnenten|r[eé]serv[eé] aux abonn[eé]s|solo para suscriptores",
    re.IGNORECASE,
)
_SHORT: Final = 1_500
"""Characters of a page that says little more than that it is not there, or what it costs."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The state of a page, and in a few words why."""

    state: State
    reason: str | None = None


def standing(asked: str, reply: Reply, title: str | None, text: str | None) -> Standing:
    """How the page behind an address stands; ``title`` and ``text`` are what was read of it, if anything was."""
    if reply.status in _GONE:
        return Standing("gone", _GONE[reply.status])
    if reply.status in _BLOCKED:
        return Standing("blocked", _BLOCKED[reply.status])
    if reply.status == 304:
        return Standing("alive", "304 not changed")
    if reply.status != 200:
        return Standing("unreachable", f"{reply.status} from the server")
    return _of_page(asked, reply, title, text)


def _of_page(asked: str, reply: Reply, title: str | None, text: str | None) -> Standing:
    there, here = urlsplit(asked), urlsplit(reply.url)
    moved = canonical(asked).rstrip("/") != canonical(reply.url).rstrip("/")
    if (moved and _LOGIN.search(here.path)) or (_PASSWORD.search(reply.content) and len(text or "") < _SHORT):
        return Standing("login", "the page asks for a login")
    if moved and here.path.strip("/") == "" and there.path.strip("/"):
        return Standing("gone", "redirected to the first page of the site")
    head = f"{title or ''}\n{(text or '')[:300]}"
    if len(text or "") < _SHORT and _NOT_FOUND.search(head):
        return Standing("gone", "the page says that it is not there, with status 200")
    if len(text or "") < _SHORT and (_FENCED.search(reply.content) or _SUBSCRIBE.search(text or "")):
        return Standing("paywall", "the text is for subscribers")
    if moved and _other_page(asked, reply.url) and reply.permanent:
        return Standing("moved", "redirected for good")
    return Standing("alive", "redirected for now" if moved and _other_page(asked, reply.url) else None)


def _other_page(asked: str, found: str) -> bool:
    """Whether two addresses differ in more than their scheme."""
    return urlsplit(canonical(asked))._replace(scheme="") != urlsplit(canonical(found))._replace(scheme="")
