import pytest

from stratsel.diagnostics.span import Where
from stratsel.intake.checks.identity import colliding_names, duplicate_ids, file_stem, own_name


@pytest.mark.parametrize(
    ("file", "stem"),
    [("candidates/uav.yaml", "uav"), ("uav.yml", "uav"), ("a/b/c.d.yaml", "c.d"), ("candidates/UAV.YAML", "UAV")],
)
def test_the_name_of_a_file(file, stem):
    assert file_stem(file) == stem


@pytest.mark.parametrize(("candidate", "fine"), [("uav", True), ("UAV", False), ("uav2", False), ("unnamed", False)])
def test_an_id_is_the_name_of_its_file(candidate, fine):
    found = list(own_name("candidates/uav.yaml", candidate))
    assert [(each.code.value, each.where.path) for each in found] == ([] if fine else [("ST402", ("id",))])


@pytest.mark.parametrize(
    "files",
    [
        ["c/uav.yaml", "c/UAV.yaml"],
        ["c/uav.yaml", "c/uav.yml"],
        ["c/bếp.yaml", "c/be\u0302\u0301p.yaml"],
        ["c/straße.yaml", "c/STRASSE.yaml"],
    ],
)
def test_names_that_some_system_takes_for_one(files):
    (finding,) = colliding_names(files)
    assert (finding.code.value, finding.where.file, finding.related) == ("ST404", files[1], (Where(files[0]),))


def test_names_that_differ():
    assert list(colliding_names(["c/a.yaml", "c/b.yaml", "c/a-b.yaml", "c/bếp.yaml", "c/bep.yaml"])) == []


def test_each_id_stands_in_one_file():
    found = list(duplicate_ids({"a": "uav", "b": "amr", "c": "uav", "d": "uav"}))
    assert [(each.code.value, each.where.file, each.where.path) for each in found] == [
        ("ST403", "c", ("id",)),
        ("ST403", "d", ("id",)),
    ]
    assert {each.related for each in found} == {(Where("a", ("id",)),)}


def test_the_file_of_that_name_keeps_the_id():
    (found,) = duplicate_ids({"c/amr.yaml": "uav", "c/uav.yaml": "uav"})
    assert (found.where.file, found.related) == ("c/amr.yaml", (Where("c/uav.yaml", ("id",)),))
