import pytest

from stratsel.language.choose import choose_language


@pytest.mark.parametrize(
    ("asked", "environment", "language"),
    [
        # nothing said
        (None, {}, "en"),
        # the option goes before all
        ("vi", {}, "vi"),
        ("vi", {"STRATSEL_LANG": "en", "LC_ALL": "en_GB.UTF-8"}, "vi"),
        ("en", {"STRATSEL_LANG": "vi", "LC_ALL": "vi_VN.UTF-8"}, "en"),
        # then the tool's own variable
        (None, {"STRATSEL_LANG": "vi"}, "vi"),
        (None, {"STRATSEL_LANG": "vi", "LC_ALL": "en_US.UTF-8", "LANG": "en_US.UTF-8"}, "vi"),
        (None, {"STRATSEL_LANG": "en", "LANG": "vi_VN.UTF-8"}, "en"),
        # what the tool does not speak is passed over
        ("fr", {}, "en"),
        ("fr", {"STRATSEL_LANG": "vi"}, "vi"),
        ("", {"STRATSEL_LANG": "vi"}, "vi"),
        ("fr", {"STRATSEL_LANG": "de", "LANG": "vi_VN"}, "vi"),
        (None, {"STRATSEL_LANG": "", "LANG": "vi_VN"}, "vi"),
        # then the locale, in the order of POSIX
        (None, {"LANG": "vi_VN.UTF-8"}, "vi"),
        (None, {"LC_MESSAGES": "vi_VN.UTF-8"}, "vi"),
        (None, {"LC_ALL": "vi_VN.UTF-8"}, "vi"),
        (None, {"LC_MESSAGES": "vi_VN.UTF-8", "LANG": "en_US.UTF-8"}, "vi"),
        (None, {"LC_MESSAGES": "en_US.UTF-8", "LANG": "vi_VN.UTF-8"}, "en"),
        (None, {"LC_ALL": "en_US.UTF-8", "LC_MESSAGES": "vi_VN.UTF-8", "LANG": "vi_VN.UTF-8"}, "en"),
        (None, {"LC_ALL": "", "LC_MESSAGES": "", "LANG": "vi_VN.UTF-8"}, "vi"),
        (None, {"LC_ALL": "C", "LANG": "vi_VN.UTF-8"}, "en"),  # set, so the others do not count
        (None, {"LC_ALL": "fr_FR.UTF-8", "LANG": "vi_VN.UTF-8"}, "en"),
        (None, {"LC_NUMERIC": "vi_VN.UTF-8", "LC_TIME": "vi_VN.UTF-8"}, "en"),
        # and its ways of being written
        (None, {"LANG": "vi"}, "vi"),
        (None, {"LANG": "vi.UTF-8"}, "vi"),
        (None, {"LANG": "vi_VN"}, "vi"),
        (None, {"LANG": "VI_vn"}, "vi"),
        (None, {"LANG": "C.UTF-8"}, "en"),
        (None, {"LANG": "POSIX"}, "en"),
        (None, {"LANG": "vie_VN"}, "en"),
    ],
)
def test_the_language_of_the_reader(asked, environment, language):
    assert choose_language(asked, environment) == language
