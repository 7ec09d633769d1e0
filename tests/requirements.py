"""Parts that a test needs and a machine may lack: skipped for a person, a failure where ``CI`` is set."""

import os
import shutil
from pathlib import Path
from typing import Final

import pytest

CHECKOUT: Final = Path(__file__).resolve().parents[1]
SHARED_VARIABLE: Final = "WHOFINED_SHARED"
_BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def require(condition: object, what: str) -> None:
    """Go on where the condition holds; else skip, or fail where ``CI`` is set, naming what is missing."""
    if condition:
        return
    message = f"missing: {what}"
    if os.environ.get("CI", "").lower() in {"", "0", "false"}:
        pytest.skip(message)
    pytest.fail(message)


def shared_folder() -> Path:
    """The folder of shared facts and texts: ``WHOFINED_SHARED``, or ``shared`` beside the checkout."""
    folder = Path(os.environ.get(SHARED_VARIABLE) or CHECKOUT.parent / "shared")
    require(folder.is_dir(), f"the shared folder (looked for {folder}; set {SHARED_VARIABLE})")
    return folder


def chromium() -> str:
    """The path of an installed Chromium or Chrome."""
    found = next((path for name in _BROWSERS if (path := shutil.which(name))), None)
    require(found, "Chromium (Debian and Ubuntu: apt install chromium)")
    return found or ""
