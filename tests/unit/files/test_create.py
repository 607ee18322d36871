import pytest

from stratsel.errors import UsageError
from stratsel.files.create import already_there, create


def test_a_new_file_with_the_folders_on_the_way(tmp_path):
    create(tmp_path / "a" / "b" / "c.txt", b"text")
    assert (tmp_path / "a" / "b" / "c.txt").read_bytes() == b"text"


def test_what_is_there_stays(tmp_path):
    path = tmp_path / "c.txt"
    path.write_bytes(b"mine")
    with pytest.raises(UsageError, match="already there"):
        create(path, b"other")
    assert path.read_bytes() == b"mine"


def test_a_broken_link_is_not_written_through(tmp_path):
    path = tmp_path / "link"
    try:
        path.symlink_to(tmp_path / "target")
    except OSError:
        pytest.skip("this system makes no links for this user")
    with pytest.raises(UsageError):
        create(path, b"text")
    assert not (tmp_path / "target").exists()


def test_a_file_in_the_place_of_a_folder_is_wrong_use(tmp_path):
    (tmp_path / "a").write_bytes(b"mine")
    with pytest.raises(UsageError):
        create(tmp_path / "a" / "c.txt", b"text")


def test_half_a_file_is_not_left(tmp_path, monkeypatch):
    def full(_):
        raise OSError(28, "no space left")

    monkeypatch.setattr("stratsel.files.create.os.fsync", full)
    with pytest.raises(UsageError, match="cannot write"):
        create(tmp_path / "c.txt", b"text")
    assert list(tmp_path.iterdir()) == []


def test_the_path_is_named(tmp_path):
    assert (tmp_path / "c.txt").as_posix() in str(already_there(tmp_path / "c.txt"))
