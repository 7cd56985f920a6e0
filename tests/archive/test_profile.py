import pytest

from iomsite.archive.profile import BUILT_IN, BadProfile, Profile, load_profile, profile_for


def test_a_profile_is_asked_past_typography_and_case(tmp_path):
    path = tmp_path / "own.toml"
    path.write_text('top_level = ["L\'équipe"]\n[views]\n"Où nous  sommes" = "offices"\n')
    profile = load_profile(path)

    assert profile == Profile(frozenset({"l'équipe"}), {"où nous sommes": "offices"})
    assert profile.is_top_level("L’ÉQUIPE")
    assert [profile.view("Où nous\u00a0sommes"), profile.view("Agir")] == ["offices", ""]


def test_the_built_in_profile_knows_this_archive():
    profile = load_profile(BUILT_IN)

    assert len(profile.top_level) == 6
    assert (profile.view("Structure organisationnelle"), profile.view("Où travaillons-nous")) == (
        "structure",
        "offices",
    )


def test_the_named_profile_comes_before_the_one_beside_the_page_and_that_before_the_built_in(tmp_path):
    page = tmp_path / "page.txt"
    beside, named = tmp_path / "archive.toml", tmp_path / "named.toml"
    named.write_text('top_level = ["Named"]')

    assert profile_for(page) == load_profile(BUILT_IN)
    beside.write_text('top_level = ["Beside"]')
    assert profile_for(page) == Profile(frozenset({"beside"}))
    assert profile_for(page, named) == Profile(frozenset({"named"}))


@pytest.mark.parametrize(
    ("data", "trouble"),
    [
        (b"top_level = [", "is not valid TOML"),
        (b"\xff\xfe", "is not UTF-8"),
        (b"toplevel = []", "has unknown keys (toplevel)"),
        (b'top_level = "Agir"', "has a wrong top_level"),
        (b"top_level = [1]", "has a wrong top_level"),
        (b"views = []", "has wrong [views]"),
        (b"[views]\nAgir = 1", "has wrong [views]"),
        (b"x = " + b"[" * 50_000, "is not valid TOML"),
        (b"#" * 3_000_000, "is larger than 2 MB"),
    ],
)
def test_a_bad_profile_is_refused_in_one_sentence(tmp_path, data, trouble):
    path = tmp_path / "archive.toml"
    path.write_bytes(data)

    with pytest.raises(BadProfile) as refusal:
        profile_for(tmp_path / "page.txt")

    assert str(refusal.value).startswith(f"{path} {trouble}")


def test_a_profile_that_is_a_dangling_link_or_missing_is_told(tmp_path):
    (tmp_path / "archive.toml").symlink_to(tmp_path / "nowhere")

    with pytest.raises(BadProfile, match="is a symbolic link"):
        profile_for(tmp_path / "page.txt")
    with pytest.raises(BadProfile, match="does not exist"):
        profile_for(tmp_path / "page.txt", tmp_path / "missing.toml")
