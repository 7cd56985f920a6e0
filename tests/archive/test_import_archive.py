"""The command, as whoever runs it sees it: good pages go in, each other one gets a sentence."""

import json
import shutil
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command, execute_from_command_line

from iomsite.archive.models import ArchivedPage
from iomsite.menus.models import MenuSection
from newsroom.models import Edition, Event, MediaContact, Release

pytestmark = pytest.mark.django_db

DATA = Path(__file__).parent.parent / "data" / "archive"
REAL = DATA / "conference-caraibes.fr.txt"
MENU_ONLY = "-\nAgir\nAgir\n- Données\n"
PAGE = "Un titre de page\nLe premier paragraphe de cette page est assez long pour être lu dans la langue.\n"


def run(*arguments, status=0):
    """What the command prints: `(standard output, standard error)`."""
    out, err = StringIO(), StringIO()
    if status:
        with pytest.raises(SystemExit) as ended:
            call_command("import_archive", *map(str, arguments), stdout=out, stderr=err)
        assert ended.value.code == status
    else:
        call_command("import_archive", *map(str, arguments), stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def counts():
    return [model.objects.count() for model in (Release, MenuSection, MediaContact, ArchivedPage, Edition, Event)]


ACCOUNT_OF_THE_REAL_PAGE = """\
{path}: imported (fr)
  title: Conférence sur la traite dans la région des Caraïbes
  made: 1 release with 6 paragraphs, 18 menu sections, media contact Chissey Mueller, media contact Niurka Piñeiro
  93 lines: 29 menu, 1 title, 52 body, 11 contact, 0 dropped
1 page: 1 imported, 0 unchanged, 0 refused.{end}
"""


def test_a_dry_run_shows_the_same_account_and_writes_nothing():
    out, err = run(REAL, "--dry-run")

    assert (out, err) == (ACCOUNT_OF_THE_REAL_PAGE.format(path=REAL, end=" Dry run: nothing was written."), "")
    assert counts() == [0] * 6
    assert run(REAL)[0] == ACCOUNT_OF_THE_REAL_PAGE.format(path=REAL, end="")


def test_a_second_run_changes_nothing():
    run(REAL, "--publish")
    before = counts()

    out, _err = run(REAL, "--publish")

    assert out.splitlines()[-1] == "1 page: 0 imported, 1 unchanged, 0 refused."
    assert counts() == before


def test_an_archive_of_other_labels_in_spanish_needs_no_code():
    out, err = run(DATA / "segunda", "--publish")

    assert (err, "note:" in out) == ("", False)
    assert Edition.objects.live().values_list("language", "slug").get() == (
        "es",
        "taller-sobre-rutas-seguras-en-la-frontera-norte",
    )
    top = MenuSection.objects.filter(parent=None).order_by("position").values_list("label_es", flat=True)
    assert "Dónde estamos" in top


def test_the_report_gives_every_line_its_place(tmp_path):
    report = tmp_path / "account.json"
    run(REAL, "--report", report)

    [page] = json.loads(report.read_text())["pages"]
    source = REAL.read_text().splitlines()
    assert [line["text"] for line in page["lines"]] == [line.strip() for line in source]
    assert {line["fate"] for line in page["lines"]} == {"menu", "title", "body", "contact"}
    assert page["account"] == {"menu": 29, "title": 1, "body": 52, "contact": 11, "dropped": 0}


BAD = {
    "empty.txt": (b"", "is empty"),
    "binary.txt": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "is a PNG picture"),
    "menu-only.fr.txt": (MENU_ONLY.encode(), "there is no release to import"),
    "nul.txt": (PAGE.replace("titre", "ti\0tre").encode(), "contains NUL bytes"),
    "long-line.txt": (b"Titre\n" + b"mot " * 750_000, "is larger than 2 MB"),
    "long-line-2.txt": (b"Titre\n" + b"mot " * 50_000, "has a line of more than 100,000 characters"),
    "huge.txt": (b"mot mot mot\n" * 1_750_000, "is larger than 2 MB"),
    "picture.png": (b"\x89PNG", "is of no known format"),
}


def test_bad_pages_among_good_ones_are_named_in_a_sentence_each_and_the_good_ones_go_in(tmp_path):
    shutil.copy(REAL, tmp_path / "real.fr.txt")
    (tmp_path / "windows.txt").write_bytes(PAGE.replace("Un titre", "L’été à Genève").encode("cp1252"))
    (tmp_path / "wide.txt").write_bytes(PAGE.replace("Un titre", "L’hiver").encode("utf-16"))
    for name, (data, _sentence) in BAD.items():
        (tmp_path / name).write_bytes(data)

    out, err = run(tmp_path, status=1)

    assert out.splitlines()[-1] == f"11 pages: 3 imported, 0 unchanged, {len(BAD)} refused."
    sentences = err.splitlines()
    assert len(sentences) == len(BAD)
    for name, (_data, sentence) in BAD.items():
        [told] = [line for line in sentences if line.startswith(f"{tmp_path / name} ")]
        assert sentence in told
    titles = set(Release.objects.values_list("title_fr", flat=True))
    assert titles == {
        "Conférence sur la traite dans la région des Caraïbes",
        "L’été à Genève de page",
        "L’hiver de page",
    }


def test_a_refused_page_leaves_nothing_of_its_menu_or_contacts(tmp_path):
    """P41: all or nothing a page; here the refusal comes last, when the page is published."""
    text = REAL.read_text()
    (tmp_path / "a.fr.txt").write_text(text)
    run(tmp_path / "a.fr.txt", "--publish")
    before = counts()
    changed = tmp_path / "again" / "a.fr.txt"
    changed.parent.mkdir()
    changed.write_text(text.replace("- Partenariats", "- Autre entrée") + "\nou\nAutre Nom\nE-mail: autre@iom.int\n")

    _out, err = run(changed, "--publish", status=1)

    assert err == (
        f"{changed} has changed since it was imported; its release was left as it is: edit it in the admin.\n"
    )
    assert counts() == before


@pytest.mark.parametrize("name", ["no-such-page.txt", "no-such-folder"])
def test_a_path_that_is_not_there_is_said_so(name):
    _out, err = run(name, status=1)
    assert err == f"{name} does not exist: check the name.\n"


def test_a_wrong_option_ends_with_status_2(capsys):
    with pytest.raises(SystemExit) as ended:
        execute_from_command_line(["manage.py", "import_archive", str(REAL), "--format", "word"])
    assert ended.value.code == 2
    assert "invalid choice: 'word'" in capsys.readouterr().err
