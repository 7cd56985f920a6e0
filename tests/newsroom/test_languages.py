"""What each language of a release says, and what has let it go stale."""

import pytest

from newsroom import workflow
from newsroom.languages import digest, languages_of, stale_fields, text_of
from newsroom.models import LanguageState
from tests.factories import make_release

pytestmark = pytest.mark.django_db


def test_the_text_of_a_language_borrows_nothing():
    release = make_release("en", title_en="Title", slug_en="title", body_en="<p>Text</p>")

    assert text_of(release, "en") == {
        "title": "Title",
        "slug": "title",
        "dateline": "",
        "summary": "",
        "body": "<p>Text</p>",
        "notes_to_editors": "",
        "place": "",
    }
    assert set(text_of(release, "fr").values()) == {""}
    assert languages_of(release) == ["en"]


def test_a_digest_tells_texts_apart_by_every_letter():
    text = text_of(make_release("en"), "en")
    assert digest(text) == digest(dict(reversed(text.items())))
    assert digest(text) != digest(text | {"summary": "."})


def test_a_translation_is_stale_in_the_fields_whose_source_has_changed():
    release = make_release("en", "fr", summary_en="Old")
    french = LanguageState.objects.get(release=release, language="fr")
    assert stale_fields(french) == []

    release.title_en, release.summary_en, release.slug_en = "New title", "New", "new-title"
    release.save()
    workflow.record_save(release, by=workflow.IMPORT)

    french = LanguageState.objects.get(release=release, language="fr")
    assert stale_fields(french) == ["title", "summary"]
    assert stale_fields(LanguageState.objects.get(release=release, language="en")) == []
