import json

import pytest
from jsonschema import Draft7Validator

from stratsel import api
from stratsel.errors import UsageError
from stratsel.model.scale import Calendar, Checklist, Quantity, Rubric
from stratsel.reading.events import read_yaml
from stratsel.scaffold import init as module
from stratsel.scaffold.init import CRITERIA, init

LANGUAGES = pytest.mark.parametrize("language", ["en", "vi"])


def values(folder):
    return {
        path.relative_to(folder).as_posix(): read_yaml(path.read_text(encoding="utf-8")).value
        for path in folder.rglob("*.yaml")
    }


@LANGUAGES
def test_the_round_is_sound_ranks_and_shows_what_there_is(tmp_path, language):
    """Four kinds of scale, a screen that both pass, evidence on both sides, something unknown, something open."""
    init(tmp_path, language)
    assert list(api.check([tmp_path]).findings) == []
    ranking = api.rank(tmp_path)
    assert [(each.id, round(each.shown, 2)) for each in ranking.candidates] == [
        ("book-bus", 66.98),
        ("reading-room", 61.31),
    ]
    assert ranking.excluded == ()
    from stratsel.intake.discover import select_round
    from stratsel.intake.rulebook import read_rulebook

    criteria = read_rulebook(select_round([tmp_path])).criteria
    assert {type(criteria.scale_of(leaf)) for leaf in criteria.leaves()} == {Rubric, Quantity, Calendar, Checklist}
    assert criteria.standing == "training" and len(criteria.screens) == 1


@LANGUAGES
def test_each_file_names_a_schema_that_is_there_and_accepts_it(tmp_path, language):
    written = init(tmp_path, language)
    for name in written:
        path = tmp_path / name
        if path.suffix == ".yaml":
            first = path.read_text(encoding="utf-8").splitlines()[0]
            schema = path.parent / first.removeprefix("# yaml-language-server: $schema=")
            data = json.loads(json.dumps(read_yaml(path.read_text(encoding="utf-8")).value, default=float))
            assert list(Draft7Validator(json.loads(schema.read_text(encoding="utf-8"))).iter_errors(data)) == []


@LANGUAGES
def test_the_schema_is_the_one_that_the_command_in_the_file_makes(tmp_path, language):
    init(tmp_path, language)
    made = api.schema("candidate", criteria=tmp_path / CRITERIA, language=language)
    assert (tmp_path / "schemas" / "candidate.json").read_text(encoding="utf-8") == made
    assert "-o schemas/candidate.json" in (tmp_path / CRITERIA).read_text(encoding="utf-8")


def test_both_languages_say_the_same(tmp_path):
    """The same keys, figures, ids and dates; only what people read differs."""
    for language in ("en", "vi"):
        init(tmp_path / language, language)
    english, vietnamese = values(tmp_path / "en"), values(tmp_path / "vi")
    for file in english:
        vietnamese[file].pop("lang", None)
    assert shape(english) == shape(vietnamese)
    assert english != vietnamese


def shape(value):
    """A value with every text of more than one word, or with a capital letter, left out."""
    if isinstance(value, dict):
        return {key: None if key in ("publisher", "unit") else shape(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [shape(inner) for inner in value]
    return None if isinstance(value, str) and (" " in value or value != value.lower()) else value


@pytest.mark.parametrize(
    "name",
    [
        "criteria/mine.yaml",
        "candidates/mine.yaml",
        "sources.yaml",
        "decision.yaml",
        "panel.yaml",
        "schemas/criteria.json",
    ],
)
def test_a_round_that_is_there_is_left_as_it_is(tmp_path, name):
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match=name):
        init(tmp_path, "en")
    assert [each.relative_to(tmp_path).as_posix() for each in tmp_path.rglob("*") if each.is_file()] == [name]
    assert path.read_text(encoding="utf-8") == "mine"


def test_other_files_may_be_there(tmp_path):
    (tmp_path / "README.md").write_text("mine", encoding="utf-8")
    (tmp_path / "criteria").mkdir()
    assert len(init(tmp_path, "en")) == 7


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(UsageError, match="no folder"):
        init(tmp_path / "file", "en")


def test_what_cannot_be_finished_is_taken_back(tmp_path, monkeypatch):
    """The disk is full at the fifth file."""
    real, count = module.create, []

    def full(path, content):
        count.append(path)
        if len(count) == 5:
            raise UsageError("no space")
        real(path, content)

    monkeypatch.setattr(module, "create", full)
    with pytest.raises(UsageError, match="no space"):
        init(tmp_path, "en")
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
