from pathlib import Path

import pytest

from iomsite.archive.readers import FORMATS, reader_for
from iomsite.archive.source import Unreadable


def test_a_reader_is_found_by_the_files_name_or_by_its_own():
    assert FORMATS == ("auto", "text")
    assert [reader_for(Path("page.TXT")).name, reader_for(Path("page"), "text").name] == ["text", "text"]


def test_a_file_of_no_known_format_is_refused(tmp_path):
    page = tmp_path / "page.png"
    page.touch()
    with pytest.raises(Unreadable, match=r"page\.png is of no known format by its name: choose one with --format\.$"):
        reader_for(page)


def test_a_file_that_is_not_there_is_said_to_be_missing():
    with pytest.raises(Unreadable, match=r"^page\.png does not exist: check the name\.$"):
        reader_for(Path("page.png"))
