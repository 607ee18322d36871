from stratsel.scaffold.modeline import modeline, schema_file


def test_it_leads_from_the_file_to_the_schema(tmp_path):
    schema = tmp_path / schema_file("candidate")
    schema.parent.mkdir()
    schema.write_text("{}", encoding="utf-8")
    assert modeline(tmp_path, tmp_path / "candidates", "candidate") == (
        "# yaml-language-server: $schema=../schemas/candidate.json\n"
    )
    assert modeline(tmp_path, tmp_path, "candidate") == "# yaml-language-server: $schema=schemas/candidate.json\n"


def test_it_leads_nowhere_that_is_not_there(tmp_path):
    assert modeline(tmp_path, tmp_path / "candidates", "candidate") == ""
