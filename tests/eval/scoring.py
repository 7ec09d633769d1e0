"""The scorer of the shared material, which is a file beside the texts that it scores."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType


def scorer(folder: Path) -> ModuleType:
    """The scorer, loaded from the file that comes with the development texts."""
    spec = importlib.util.spec_from_file_location("score_extraction", folder / "score_extraction.py")
    if spec is None or spec.loader is None:
        message = f"no scorer in {folder}"
        raise SystemExit(message)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module
