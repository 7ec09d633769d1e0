"""``uvicorn app.asgi:app``: the service with settings from the environment."""

from app.main import create_app
from graph import local
from graph.settings import load_settings

settings = load_settings()
app = create_app(settings, local.ensure(settings))
