# The service alone; Neo4j has its own image (docker-compose.yml). Built with the committed lock, run without root.
FROM python:3.11-slim-bookworm AS build
RUN pip install --no-cache-dir "uv>=0.9"
WORKDIR /build
ENV UV_LINK_MODE=copy \
    UV_COMPILE_BYTECODE=1 \
    UV_PYTHON_DOWNLOADS=never \
    UV_PROJECT_ENVIRONMENT=/opt/whofined
COPY pyproject.toml uv.lock ./
RUN uv sync --locked --no-dev --no-install-project
COPY README.md LICENSE ./
COPY app app
COPY graph graph
COPY seed seed
COPY cypher cypher
RUN uv sync --locked --no-dev --no-editable

FROM python:3.11-slim-bookworm
RUN groupadd --gid 10001 whofined \
 && useradd --uid 10001 --gid whofined --no-create-home --home-dir /var/lib/whofined --shell /usr/sbin/nologin whofined \
 && install --directory --owner=whofined --group=whofined --mode=0750 /var/lib/whofined
COPY --from=build /opt/whofined /opt/whofined
ENV PATH=/opt/whofined/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    WHOFINED_HOME=/var/lib/whofined \
    WHOFINED_HOST=0.0.0.0 \
    WHOFINED_PUBLIC_READS=true \
    WHOFINED_PORT=8000
USER 10001:10001
WORKDIR /var/lib/whofined
EXPOSE 8000
# Loading the records on the first start takes a while; until then it is not ready, but not unhealthy either.
HEALTHCHECK --interval=10s --timeout=5s --start-period=180s --retries=6 \
  CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/readyz', timeout=4)"]
CMD ["whofined", "up"]
