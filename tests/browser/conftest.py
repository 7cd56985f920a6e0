"""A real browser on the real server: Debian's Chromium, driven by Playwright."""

import os
import shutil

import pytest
from django.db import connections
from playwright.sync_api import sync_playwright

# Playwright's synchronous driver runs an event loop in this thread, where Django would refuse the database.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
OFFLINE = ["--disable-component-update", "--disable-sync"]


@pytest.fixture(scope="session")
def chromium():
    path = shutil.which("chromium")
    if path is None:
        missing = "The browser tests need Debian's package “chromium”: apt-get install chromium"
        if os.environ.get("CI") == "true":
            pytest.fail(missing)
        pytest.skip(missing)
    with sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=path, args=QUIET + OFFLINE)
        yield running
        running.close()
        # While the driver's loop runs, asgiref hands this thread another connection: it has to be closed from here.
        connections.close_all()


@pytest.fixture
def browser(chromium, live_server):
    """Opens pages: `browser("/fr/", width=360, script=False)`. A script error or a refused load fails the test."""
    contexts, trouble = [], []

    def open_page(address, *, width=1280, script=True):
        context = chromium.new_context(
            base_url=live_server.url, viewport={"width": width, "height": 900}, java_script_enabled=script
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("console", lambda message: trouble.append(message.text) if _is_trouble(message, page) else None)
        page.goto(address)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert trouble == []


def _is_trouble(message, page):
    """An error on the console; that the page itself is not found is no trouble but the answer."""
    return message.type == "error" and message.location["url"] != page.url
