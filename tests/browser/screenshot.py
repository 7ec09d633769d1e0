"""The picture at the top of the README: ``make screenshot``, while a service runs (``whofined up``).

``python -m tests.browser.screenshot [ADDRESS]`` asks the service at that address for the fines of Clearview AI.
"""

import sys
from pathlib import Path
from typing import Final

from playwright.sync_api import sync_playwright

from tests.requirements import CHECKOUT, chromium

PICTURE: Final = CHECKOUT / "docs" / "screenshot.png"
SIZE: Final = (1280, 800)
LARGEST: Final = 300_000
"""Bytes that the picture may have."""
_PAGE: Final = "/facts?relation=FINED&object=clearview-ai"
_FLAGS: Final = ["--no-sandbox", "--disable-gpu", "--font-render-hinting=none"]


def take(address: str, to: Path) -> None:
    """Make the picture anew."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), headless=True, args=_FLAGS)
        page = browser.new_page(
            viewport={"width": SIZE[0], "height": SIZE[1]},
            color_scheme="light",
            reduced_motion="reduce",
            locale="en-GB",
        )
        page.goto(address + _PAGE, wait_until="networkidle")
        page.screenshot(path=to)
        browser.close()


if __name__ == "__main__":
    take(sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000", PICTURE)
