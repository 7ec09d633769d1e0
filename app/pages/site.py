"""What every page shares: templates, headers, the reader's locale, the address to cite."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from functools import partial
from typing import Any, Final, cast
from urllib.parse import quote, urlencode

from fastapi import Request, Response
from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context, select_autoescape
from jinja2.runtime import Context as Values
from markupsafe import Markup

from app.pages import rows
from app.pages.locales import Reader, country, language, reader
from graph.vocabulary import KINDS, RELATIONS, STAGES, STATUSES

_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
HEADERS: Final = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Vary": "Accept-Language",
}

templates = Environment(
    loader=PackageLoader("app"),
    autoescape=select_autoescape(),
    trim_blocks=True,
    lstrip_blocks=True,
    undefined=StrictUndefined,
)


def render(
    request: Request, template: str, *, status: int = 200, robots: str | None = None, **values: object
) -> Response:
    """A page as the reader's browser gets it. ``robots`` is what search engines are asked ("noindex")."""
    body = templates.get_template(template).render(
        reader=reader(request.headers.get("accept-language")),
        path=request.url.path,
        failed=status >= 400,
        permalink=permalink(request),
        today=datetime.now(UTC).date().isoformat(),
        as_of=getattr(request.state, "as_of", None),
        robots=robots,
        footnotes=rows.Footnotes(),
        report_url=partial(report_url, request.app.state.context.settings.report_to),
        **{"json_url": None, **values},
    )
    headers = HEADERS | ({"X-Robots-Tag": robots} if robots else {})
    return Response(body, status, media_type="text/html", headers=headers)


def about(entities: Iterable[Mapping[str, Any]]) -> str | None:
    """What search engines are asked of a page about these: to leave it out where one is a natural person."""
    return "noindex" if any(one["kind"] == "person" for one in entities) else None


def permalink(request: Request) -> str:
    """The address that shows the same to somebody else: parameters in a fixed order, empty ones left out."""
    asked = sorted((name, value) for name, value in request.query_params.multi_items() if value)
    address = str(request.url.replace(query="", fragment=""))
    return f"{address}?{urlencode(asked)}" if asked else address


def given(request: Request) -> dict[str, Any]:
    """Query parameters as a form sends them: empty ones left out, repeated ones as lists."""
    found: dict[str, list[str]] = {}
    for name, value in request.query_params.multi_items():
        if value.strip():
            found.setdefault(name, []).append(value.strip())
    return {name: values[0] if len(values) == 1 else values for name, values in found.items()}


def address(path: str, values: Mapping[str, Any] | None = None, **more: Any) -> str:
    """A path with parameters: lists repeated, ``None`` and empty left out."""
    pairs: list[tuple[str, str]] = []
    for name, value in ({**(values or {}), **more}).items():
        many = cast("list[Any]", value) if isinstance(value, list) else [value]
        pairs += [(name, str(one)) for one in many if one not in {None, ""}]
    return f"{path}?{urlencode(pairs)}" if pairs else path


def report_url(to: str, page: str) -> str:
    """A message about an error on a page, ready to be filled in: by mail, or on the page that the settings name."""
    body = f"Page: {page}\n\nWhat is wrong:\n\nWhat is right, and where it is written:\n"
    if to.startswith(("https://", "http://")):
        told = urlencode({"title": "An error in whofined", "body": body}, quote_via=quote)
        return f"{to}{'&' if '?' in to else '?'}{told}"
    told = urlencode({"subject": "An error in whofined", "body": body}, quote_via=quote)
    return f"mailto:{quote(to, safe='@')}?{told}"


def _reader(values: Values) -> Reader:
    return values["reader"]


@pass_context
def _short(values: Values, value: float, currency: str) -> str:
    return _reader(values).short(value, currency)


@pass_context
def _exact(values: Values, value: float, currency: str) -> str:
    return _reader(values).money(value, currency)


@pass_context
def _number(values: Values, value: float) -> str:
    return _reader(values).number(value)


@pass_context
def _day(values: Values, value: str | None, long: bool = False) -> Markup:  # noqa: FBT001, FBT002 - a template's filter
    if not value:
        return Markup()
    # HTML takes a second in thousandths at most.
    moment = value if len(value) <= len("2026-12-01") else f"{value[:19]}Z"
    return Markup('<time datetime="{}">{}</time>').format(moment, _reader(values).day(value, long=long))


def name(entity: Mapping[str, Any]) -> str:
    """The short name that people use, else the whole one."""
    return entity.get("caption") or entity["name"]


def sentence(text: str) -> str:
    """A note as a sentence: a capital letter at its start, a full stop at its end."""
    text = text.strip()
    return text and f"{text[0].upper()}{text[1:]}{'' if text[-1] in '.!?…”' else '.'}"


def _quoted(text: str) -> str:
    """A piece of a path, with every sign quoted that has a meaning there."""
    return quote(text, safe="")


cast("dict[str, Any]", templates.filters).update(
    short=_short,
    exact=_exact,
    number=_number,
    day=_day,
    caption=name,
    quote_path=_quoted,
    country=country,
    language=language,
    sentence=sentence,
)
cast("dict[str, Any]", templates.globals).update(
    RELATIONS=RELATIONS,
    KINDS=KINDS,
    STATUSES=STATUSES,
    STAGES=STAGES,
    SIGNS=rows.SIGNS,
    status_word=rows.word,
    status_sentence=rows.sentence,
    row_amount=rows.amount,
    address=address,
)
