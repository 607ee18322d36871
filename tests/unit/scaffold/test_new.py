import pytest

from stratsel.errors import UsageError
from stratsel.reading.events import read_yaml
from stratsel.scaffold.new import checked_id, checked_title, new_dossier, write_dossier

HOSTILE = "\"Cooks?\\ncandidates: [x]\\u2028 # '}] \\u0041" + "long " * 60 + '"'


def value_of(text):
    reading = read_yaml(text)
    assert reading.defects == ()
    return reading.value


def test_everything_that_the_round_asks_is_unknown(rules):
    assert value_of(new_dossier(rules(), "gamma", "Gamma", "vi")) == {
        "stratsel": "candidate/1",
        "id": "gamma",
        "title": "Gamma",
        "lang": "vi",
        "proposer": "unknown",
        "fields": dict.fromkeys(["cook", "form", "district", "meals", "opened"], "unknown"),
        "assessments": dict.fromkeys(["freshness", "menu", "price", "delivery"], "unknown"),
    }


@pytest.mark.parametrize(
    ("language", "anchor"), [("en", "#   3: Seen on every day"), ("vi", "#   3: Ngày nào cũng đạt")]
)
def test_anchors_are_comments_in_the_language_of_the_reader(rules, language, anchor):
    lines = [line.strip() for line in new_dossier(rules(), "gamma", "Gamma", language).splitlines()]
    assert lines.count(anchor) == 2


@pytest.mark.parametrize("title", ["Speed: first, # and last", "2025", "null", "- x", '"quoted"', "Giống lúa mới", "'"])
def test_a_title_stays_what_it_is(rules, title):
    assert value_of(new_dossier(rules(), "gamma", title, "en"))["title"] == title


@pytest.mark.parametrize("name", ["2025", "1e5", "null", "true", "no", "0x1f"])
def test_an_id_that_reads_as_something_else_is_quoted(rules, name):
    assert value_of(new_dossier(rules(), name, "T", "en"))["id"] == name


def test_a_text_of_the_criteria_file_cannot_break_out_of_its_comment(rules):
    text = new_dossier(
        rules("{en: Who cooks?, vi: Ai nấu?}", f"{{en: {HOSTILE.replace(chr(92) + 'u2028', '')}, vi: Ai nấu?}}"),
        "g",
        "G",
        "en",
    )
    assert value_of(text)["fields"]["cook"] == "unknown"
    assert "candidates" not in value_of(text)
    assert max(map(len, text.splitlines())) <= 100


def test_a_round_without_fields_has_no_such_key(rules):
    criteria = rules()
    assert "fields" not in value_of(new_dossier(criteria.model_copy(update={"fields": {}}), "g", "G", "en"))


@pytest.mark.parametrize(
    ("wrong", "near"),
    [("Giống lúa", "giong-lua"), ("Đèn_LED 2", "den-led-2"), ("a--b", "a-b"), ("../up", "up"), ("-x", "x")],
)
def test_an_id_that_cannot_be_one_comes_back_as_one_that_can(wrong, near):
    with pytest.raises(UsageError, match=near):
        checked_id(wrong)


@pytest.mark.parametrize("wrong", ["con", "", "...", "x" * 101, "学校"])
def test_an_id_of_which_none_can_be_made_is_refused(wrong):
    with pytest.raises(UsageError, match="letters and digits"):
        checked_id(wrong)


@pytest.mark.parametrize("wrong", ["", "  ", "a\x1b[2J", "a\u202eb"])
def test_a_title_that_shows_nothing_or_too_much_is_refused(wrong):
    with pytest.raises(UsageError):
        checked_title(wrong)


def test_a_title_is_composed():
    assert checked_title("e\u0301") == "é"


@pytest.mark.parametrize("name", ["gamma.yaml", "Gamma.YAML", "gamma.yml"])
def test_no_dossier_is_written_over(rules, tmp_path, name):
    folder = tmp_path / "candidates"
    folder.mkdir()
    (folder / name).write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="already there"):
        write_dossier(tmp_path, folder, rules(), "gamma", "Gamma", "en")
    assert [(path.name, path.read_text(encoding="utf-8")) for path in folder.iterdir()] == [(name, "mine")]


def test_the_first_line_leads_to_the_schema_where_there_is_one(rules, tmp_path):
    (tmp_path / "schemas").mkdir()
    (tmp_path / "schemas" / "candidate.json").write_text("{}", encoding="utf-8")
    path = write_dossier(tmp_path, tmp_path / "candidates", rules(), "gamma", "Gamma", "en")
    assert path == (tmp_path / "candidates" / "gamma.yaml").as_posix()
    first, second = (tmp_path / "candidates" / "gamma.yaml").read_text(encoding="utf-8").splitlines()[:2]
    assert first == "# yaml-language-server: $schema=../schemas/candidate.json"
    assert second.startswith("# School meals: ")
