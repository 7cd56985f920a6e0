"""Settings come from the environment and are safe without it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

ROOT = Path(__file__).resolve().parent.parent.parent


def settings_with(**environment):
    """What a fresh process prints of its settings, or its last word on standard error."""
    script = "from iomsite import settings as s; print(len(s.SECRET_KEY) > 40, s.DEBUG, s.SESSION_COOKIE_SECURE)"
    clean = {name: value for name, value in os.environ.items() if name not in {"SECRET_KEY", "SITE_URL", "DEBUG"}}
    done = subprocess.run(  # noqa: S603  our own interpreter and script
        [sys.executable, "-c", script], env=clean | environment, cwd=ROOT, capture_output=True, text=True, check=False
    )
    return (done.stdout or done.stderr).strip().splitlines()[-1]


def test_on_this_machine_a_secret_key_is_made_and_debug_is_off():
    assert settings_with() == "True False False"


def test_elsewhere_a_secret_key_is_required():
    assert settings_with(SITE_URL="https://www.example.int") == (
        "django.core.exceptions.ImproperlyConfigured: "
        "Set SECRET_KEY in the environment: a long random text that is kept secret."
    )


def test_an_address_with_tls_secures_the_cookies():
    assert settings_with(SITE_URL="https://www.example.int", SECRET_KEY="k" * 60) == "True False True"


@pytest.mark.django_db(transaction=True)
def test_sqlite_writes_ahead_and_locks_when_a_transaction_begins():
    if connection.vendor != "sqlite":
        assert connection.vendor == "postgresql"
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA journal_mode")
        assert cursor.fetchone() == ("wal",)
    assert connection.settings_dict["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
