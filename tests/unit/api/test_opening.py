import pytest

from stratsel import UsageError, rank


def test_a_file_is_no_folder_of_dossiers(folder):
    with pytest.raises(UsageError, match="no folder"):
        rank(folder / "candidates" / "slow.yaml")


def test_a_folder_without_dossiers(folder):
    for file in (folder / "candidates").iterdir():
        file.unlink()
    with pytest.raises(UsageError):
        rank(folder)
