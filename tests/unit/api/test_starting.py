import json

import pytest

from stratsel import Rejected, UsageError, api


def test_a_round_to_begin_with_passes_and_ranks(tmp_path):
    written = api.init(tmp_path / "begun")
    assert (tmp_path / "begun" / "criteria").is_dir()
    assert all((tmp_path / "begun").as_posix() in path for path in written)
    assert not api.check([tmp_path / "begun"]).findings.rejects
    assert api.rank(tmp_path / "begun").candidates
    with pytest.raises(UsageError):
        api.init(tmp_path / "begun")


def test_a_new_dossier_asks_what_the_round_asks(folder):
    path = api.new("swift", candidates=folder)
    assert path == (folder / "candidates" / "swift.yaml").as_posix()
    assert "speed: unknown" in (folder / "candidates" / "swift.yaml").read_text(encoding="utf-8")
    with pytest.raises(UsageError):
        api.new("swift", candidates=folder)


def test_a_new_dossier_needs_sound_rules(folder):
    file = folder / "criteria" / "round.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("weighting:", "waiting:"), encoding="utf-8")
    with pytest.raises(Rejected):
        api.new("swift", candidates=folder)


def test_the_schema_of_a_kind_of_file(folder):
    assert json.loads(api.schema("decision"))["type"] == "object"
    known = api.schema("candidate", criteria=folder / "criteria" / "round.yaml")
    assert "speed" in known
    assert "speed" not in api.schema("candidate")
    for kind, criteria in (("novel", None), ("decision", folder / "criteria" / "round.yaml")):
        with pytest.raises(UsageError):
            api.schema(kind, criteria=criteria)
