# Two stages: the first builds, the second only runs.
FROM python:3.12-slim-bookworm AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PIP_ROOT_USER_ACTION=ignore
WORKDIR /src

# The libraries first: they change less often than the code.
COPY requirements/base.txt requirements/build.txt requirements/
RUN python -m venv /opt/solipacte \
    && /opt/solipacte/bin/python -m pip install --require-hashes -r requirements/base.txt \
    && python -m pip install --require-hashes -r requirements/build.txt

COPY pyproject.toml README.md LICENSE ./
COPY bot bot
COPY directory directory
COPY knowledge knowledge
RUN python -m pip wheel --no-build-isolation --no-deps --wheel-dir /wheels . \
    && /opt/solipacte/bin/python -m pip install --no-deps /wheels/*.whl


FROM python:3.12-slim-bookworm
# Data and secret key lie in two volumes: a copy of the data alone opens nothing.
RUN useradd --system --uid 10001 --user-group --home-dir /var/lib/solipacte --shell /usr/sbin/nologin solipacte \
    && install -d -o solipacte -g solipacte -m 0700 /var/lib/solipacte /var/lib/solipacte-key
COPY --from=build /opt/solipacte /opt/solipacte

ENV PATH=/opt/solipacte/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    SOLIPACTE_DATA_DIR=/var/lib/solipacte \
    SOLIPACTE_SECRET_KEY_FILE=/var/lib/solipacte-key/secret.key \
    SOLIPACTE_HTTP_HOST=0.0.0.0 \
    SOLIPACTE_HTTP_PORT=8080

USER solipacte
WORKDIR /var/lib/solipacte
VOLUME ["/var/lib/solipacte", "/var/lib/solipacte-key"]
EXPOSE 8080

# urlopen raises, and so exits with 1, on any answer but a success. No shell, no curl: Python is there.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
    CMD ["python", "-c", "import os, urllib.request as r; r.urlopen('http://127.0.0.1:' + os.environ['SOLIPACTE_HTTP_PORT'] + '/healthz', timeout=4)"]

ENTRYPOINT ["solipacte"]
CMD ["serve"]
