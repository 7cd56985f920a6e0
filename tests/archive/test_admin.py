import pytest

from iomsite.archive.models import ArchivedPage
from tests.factories import make_release, make_staff
from tests.forms import parsed

pytestmark = pytest.mark.django_db


def test_archived_pages_are_listed_with_the_title_of_their_release(client):
    release = make_release("fr", title_fr="Conférence sur la traite")
    ArchivedPage.objects.create(source="conference.fr.txt", fingerprint="0" * 64, language="fr", release=release)
    client.force_login(make_staff())
    [row] = parsed(client.get("/admin/archive/archivedpage/")).select("#result_list tbody tr")
    assert [cell.get_text() for cell in row.select("th, td")][:3] == [
        "conference.fr.txt",
        "Français",
        "Conférence sur la traite",
    ]


def test_archived_page_shows_the_account_of_its_lines(client):
    release = make_release("fr")
    page = ArchivedPage.objects.create(
        source="page.txt", fingerprint="0" * 64, language="fr", release=release, account={"dropped": ["line 3"]}
    )
    client.force_login(make_staff())
    answer = client.get(f"/admin/archive/archivedpage/{page.pk}/change/")
    assert "line 3" in parsed(answer).select_one(".field-account").get_text()
    assert parsed(answer).select("input[name=_save]") == []
