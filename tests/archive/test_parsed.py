from iomsite.archive.parsed import Fate, SourceLine, account


def test_an_account_counts_every_fate_even_those_that_nothing_met():
    lines = [SourceLine(1, "Titre", Fate.TITLE), SourceLine(2, "", Fate.DROPPED, "empty line")]

    assert account(lines) == {Fate.MENU: 0, Fate.TITLE: 1, Fate.BODY: 0, Fate.CONTACT: 0, Fate.DROPPED: 1}
