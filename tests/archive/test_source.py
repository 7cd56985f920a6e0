import codecs
import hashlib
import os

import pytest

from iomsite.archive.source import Source, Unreadable, clean, open_source, split

TEXT = "Été à Genève\nDeuxième ligne, où l’on écrit « déjà ».\n"
LINES = ("Été à Genève", "Deuxième ligne, où l’on écrit « déjà ».")


@pytest.fixture
def page(tmp_path):
    def write(data, name="page.fr.txt"):
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return write


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(TEXT.encode("utf-8"), id="utf-8"),
        pytest.param(TEXT.encode("utf-8-sig"), id="utf-8 with mark"),
        pytest.param(TEXT.encode("utf-16"), id="utf-16 with mark"),
        pytest.param(codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), id="utf-16 big-endian with mark"),
        pytest.param(TEXT.encode("utf-16-le"), id="utf-16 little-endian without mark"),
        pytest.param(TEXT.encode("utf-16-be"), id="utf-16 big-endian without mark"),
        pytest.param(codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), id="utf-32 with mark"),
        pytest.param(TEXT.encode("cp1252"), id="windows-1252"),
        pytest.param(TEXT.replace("\n", "\r\n").encode(), id="CRLF"),
        pytest.param(TEXT.replace("\n", "\r").encode(), id="CR"),
    ],
)
def test_a_page_reads_the_same_in_every_encoding(page, data):
    path = page(data)

    assert open_source(path) == Source(path, hashlib.sha256(data).hexdigest(), LINES)


def test_utf_16_without_mark_may_be_arabic(page):
    assert open_source(page("سلام عليكم\nأهلا بكم".encode("utf-16-le"))).lines == ("سلام عليكم", "أهلا بكم")


def test_bytes_that_windows_1252_lacks_are_latin_1(page):
    assert open_source(page("Ça va bien à Genève ce matin".encode("latin-1") + b"\x81")).lines == (
        "Ça va bien à Genève ce matin",
    )


@pytest.mark.parametrize(
    ("data", "trouble"),
    [
        (b"", "is empty or holds blank lines alone"),
        (b" \n\t\r\n\n", "is empty or holds blank lines alone"),
        ("\ufeff\n".encode(), "is empty or holds blank lines alone"),
        (b"\x89PNG\r\n\x1a\n", "is a PNG picture"),
        (b"%PDF-1.7\n", "is a PDF document"),
        (b"PK\x03\x04docx", "is a ZIP archive or an office document"),
        (b"Titre\nun\x00deux trois quatre", "contains NUL bytes"),
        (b"abc\x00", "contains NUL bytes"),
        (b"Titre \x01\x02\x03\x04 corps", "is full of control characters"),
        (hashlib.shake_256(b"noise").digest(4000), "contains NUL bytes"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8a\x00", "claims to be UTF-16-LE but is damaged"),
        (TEXT.encode() + b"\xe9t", f"is UTF-8 but damaged at byte {len(TEXT.encode()) + 1}"),
        (b"ligne\n" + b"x" * 3_000_000, "is larger than 2 MB"),
        (b"x" * 20_000_000, "is larger than 2 MB"),
        (b"ligne\n" + b"x" * 100_001, "has a line of more than 100,000 characters (line 2)"),
    ],
)
def test_a_file_that_is_no_page_is_refused_in_one_sentence_that_names_it(page, data, trouble):
    path = page(data)

    with pytest.raises(Unreadable) as refusal:
        open_source(path)

    assert str(refusal.value).startswith(f"{path} {trouble}")
    assert str(refusal.value).endswith(".")
    assert "\n" not in str(refusal.value)


def test_a_line_of_a_hundred_thousand_characters_still_reads(page):
    assert open_source(page(b"x" * 100_000)).lines == ("x" * 100_000,)


def test_what_is_not_an_ordinary_file_is_refused(tmp_path, page):
    (tmp_path / "link.txt").symlink_to(page(b"Titre"))
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.txt")
    troubles = {}
    for name in ("link.txt", "dangling.txt", "pipe.txt", "missing.txt", ".", "a\x00b"):
        with pytest.raises(Unreadable) as refusal:
            open_source(tmp_path / name)
        troubles[name] = refusal.value.trouble

    assert troubles == {
        "link.txt": "is a symbolic link: name the file that it leads to.",
        "dangling.txt": "is a symbolic link: name the file that it leads to.",
        "pipe.txt": "is not an ordinary file: name a file of the archive.",
        "missing.txt": "does not exist: check the name.",
        ".": "is not an ordinary file: name a file of the archive.",
        "a\x00b": "cannot be opened (no file can have this name): check its name and your rights.",
    }


def test_a_refusal_can_be_printed_whatever_the_name_of_the_file(tmp_path):
    path = tmp_path / os.fsdecode(b"caf\xe9\n.txt")
    path.write_bytes(b"")

    with pytest.raises(Unreadable) as refusal:
        open_source(path)

    assert str(refusal.value).encode().startswith(f"{tmp_path}/caf\ufffd\ufffd.txt is empty".encode())


def test_lines_are_clean():
    assert clean("\u202f a\x00b\x07\ud800c\ufeff  d\u00a0e \u00a0") == "a b c d\u00a0e"
    assert clean("e\u0301te\u0301") == "été"


def test_a_text_is_split_at_line_ends_alone():
    assert list(split("a\x0cb\n\nc\u2028d\r\n")) == ["a b", "", "c", "d"]
