# The bot alone; the sandbox is not in it. docker run IMAGE check shows each capability's mode.
FROM python:3.11-slim-bookworm AS build
WORKDIR /app
COPY requirements/bot.txt requirements/bot.txt
RUN python -m venv --without-pip /venv \
    && python -m pip --python /venv/bin/python install --no-cache-dir --no-input \
       --disable-pip-version-check --require-hashes --requirement requirements/bot.txt
COPY locales locales
RUN /venv/bin/pybabel compile --directory locales
COPY bot bot
RUN /venv/bin/python -m compileall -q bot

FROM python:3.11-slim-bookworm
RUN useradd --uid 10001 --user-group --no-create-home --shell /usr/sbin/nologin bot \
    && install --directory --owner bot --group bot --mode 0700 /data
COPY --from=build /venv /venv
COPY --from=build /app/locales /app/locales
COPY --from=build /app/bot /app/bot
ENV PATH=/venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    DATABASE_URL=sqlite+aiosqlite:////data/bot.sqlite3 \
    WEB_HOST=0.0.0.0 \
    WEB_PORT=8080
WORKDIR /app
USER 10001:10001
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
    CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8080/health', timeout=4)"]
ENTRYPOINT ["python", "-m", "bot"]
