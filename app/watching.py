"""Who watches the service: metrics and traces, each an extra that is imported only where it is asked for."""

import importlib
from collections.abc import Callable, Generator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from typing import TYPE_CHECKING, Any, Final

from app.http.seen import Watcher
from app.settings import Settings
from graph.errors import ConfigurationError
from graph.observe import Observer, nobody

if TYPE_CHECKING:
    from app.metrics import Metrics
    from app.traces import Traces

_EXTRAS: Final = {"app.metrics": ("metrics", "WHOFINED_METRICS"), "app.traces": ("traces", "WHOFINED_TRACES")}


class Watching:
    """The watchers of one application; none by default."""

    def __init__(self, settings: Settings) -> None:
        """Raises ``ConfigurationError`` where an extra is asked for and not installed."""
        self.metrics: Metrics | None = None
        self.traces: Traces | None = None
        if settings.metrics != "off":
            self.metrics = _extra("app.metrics").Metrics()
        if settings.traces is not None:
            self.traces = _extra("app.traces").Traces(settings.traces, settings.traces_share)

    @property
    def all(self) -> Sequence[Watcher]:
        """Those that there are; spans lie around what is measured."""
        return [watcher for watcher in (self.traces, self.metrics) if watcher is not None]

    @property
    def observe(self) -> Observer:
        """Hears of statements for all of them."""
        watchers = self.all
        if len(watchers) < 2:
            return watchers[0].statement if watchers else nobody
        return _both([one.statement for one in watchers])

    async def close(self) -> None:
        """Send what was not sent yet."""
        if self.traces is not None:
            await self.traces.close()
        if self.metrics is not None:
            await self.metrics.close()


def _both(observers: Sequence[Callable[[str], AbstractContextManager[object]]]) -> Observer:
    @contextmanager
    def observed(name: str) -> Generator[None]:
        with ExitStack() as stack:
            for observer in observers:
                stack.enter_context(observer(name))
            yield

    return observed


def _extra(module: str) -> Any:
    extra, setting = _EXTRAS[module]
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise ConfigurationError(
            f"what this needs is not installed ({error.name})",
            where=setting,
            remedy=f"pip install 'whofined[{extra}]'",
        ) from error
