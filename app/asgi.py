"""``uvicorn app.asgi:app``: the service with settings from the environment; nothing is started before it serves."""

from app.main import create_app
from app.settings import load_settings

app = create_app(load_settings())
