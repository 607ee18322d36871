"""A round made by a seed: fourteen leaves, dossiers of about 3 KB with sources, reasons and evidence."""

import random
from pathlib import Path

TEXT = (
    "chiến lược lựa chọn dự án hạ tầng năng lượng tái tạo chuyển đổi số nông nghiệp giáo dục y tế cộng đồng vùng "
    "đồng bằng sông Cửu Long đánh giá rủi ro nguồn vốn ngân sách tác động môi trường người dân doanh nghiệp nhỏ và "
    "vừa hiệu quả bền vững triển khai thí điểm giai đoạn kết quả khảo sát chuyên gia đồng thuận ưu tiên tiêu chí "
    "bằng chứng nghiên cứu"
)
WORDS = TEXT.split()
GROUPS = {
    "need": (30, {"growth": 2, "welfare": 1, "security": 1, "reach": 1}),
    "market": (25, {"price": 2, "export": 1, "volume": 1}),
    "mastery": (30, {"design": 2, "core": 2, "patents": 1, "share": 1}),
    "readiness": (15, {"firm": 2, "contract": 1, "months": 1}),
}
QUANTITIES = {"price": (90, 20), "volume": (0, 5000), "share": (0, 100), "months": (36, 3)}
OPTIONS = {"contract": ("none", "letter", "signed")}
EVIDENCE = ("growth", "design", "core", "firm")
ONE_IN = 20
MISTAKES = (
    ("stratsel: candidate/1", "stratsel: candidate/1\nstratsel: candidate/1"),
    ("  form: ", "  form: pro"),
    ("role: secretariat", "rol: secretariat"),
    ("date: 2025-09, status", "date: 2025-13, status"),
    ("source: s-two", "source: s-tow"),
    ("  reach:", "  raech:"),
    ("  users: ", "  users: about "),
    ("lang: vi", "lang: [vi"),
)
"""What is written, each with what a person in a hurry writes instead: of every kind that the check tells apart."""


def write_round(folder: Path, count: int, seed: int = 1) -> Path:
    """Write a whole round into a new folder: criteria, and `count` dossiers. The same seed gives the same bytes."""
    rng = random.Random(seed)
    (folder / "criteria").mkdir(parents=True)
    (folder / "candidates").mkdir()
    _write(folder / "criteria" / "round.yaml", _criteria())
    for number in range(count):
        _write(folder / "candidates" / f"c-{number:05d}.yaml", _dossier(rng, number))
    return folder


def spoil(folder: Path) -> set[str]:
    """Put one mistake into one dossier in `ONE_IN` of a round just written, and return their names."""
    chosen = sorted((folder / "candidates").iterdir())[::ONE_IN]
    for at, file in enumerate(chosen):
        right, wrong = MISTAKES[at % len(MISTAKES)]
        text = file.read_text(encoding="utf-8")
        assert right in text
        _write(file, text.replace(right, wrong, 1))
    return {file.name for file in chosen}


def _write(file: Path, text: str) -> None:
    file.write_bytes(text.encode())


def _sentence(rng: random.Random, words: int) -> str:
    text = " ".join(rng.choice(WORDS) for _ in range(words))
    return f"{text[0].upper()}{text[1:]}"


def _criteria() -> str:
    lines = [
        "stratsel: criteria/1",
        "id: round",
        "title: Một vòng lựa chọn",
        "lang: vi",
        "standing: training",
        "decision: {question: Chọn sản phẩm nào?, owner: council, reference_date: 2025-12-12}",
        "agencies:",
        "  council: {name: Hội đồng}",
        "weighting: {method: direct, by: council, why: Thống nhất tại cuộc họp}",
        "fields:",
        "  problem: {type: text, question: Giải quyết bài toán nào?}",
        "  form: {type: option, options: [product, service], question: Là gì?}",
        "  users: {type: number, question: Bao nhiêu người dùng?}",
        "scales:",
        "  proof: {kind: rubric, levels: {0: Không, 1: Lập luận, 2: Một nơi, 3: Nhiều nơi, 4: Có số liệu}}",
        "criteria:",
    ]
    for group, (weight, leaves) in GROUPS.items():
        lines += [f"  - id: {group}", f"    title: {group.title()}", f"    weight: {weight}", "    criteria:"]
        lines += [
            f"      - {{id: {leaf}, title: {leaf.title()}, weight: {own}, {_scale(leaf)}}}"
            for leaf, own in leaves.items()
        ]
    lines += [
        "shortlist:",
        "  tiers:",
        "    - {id: first, places: 3, title: Đặt hàng trước}",
        "    - {id: second, places: 6, title: Danh sách rút gọn}",
        "  ties: [mastery]",
    ]
    return "\n".join(lines) + "\n"


def _scale(leaf: str) -> str:
    if leaf in QUANTITIES:
        worst, best = QUANTITIES[leaf]
        return f"scale: {{kind: quantity, unit: đơn vị, worst: {worst}, best: {best}}}"
    if leaf in OPTIONS:
        values = ", ".join(f"{name}: {{value: {50 * at}, title: {name}}}" for at, name in enumerate(OPTIONS[leaf]))
        return f"scale: {{kind: choice, options: {{{values}}}}}"
    return "scale: proof"


def _dossier(rng: random.Random, number: int) -> str:
    lines = [
        "stratsel: candidate/1",
        f"id: c-{number:05d}",
        f"title: {{vi: {_sentence(rng, 5)}, en: Candidate {number}}}",
        "lang: vi",
        "proposer: council",
        f"summary: {_sentence(rng, 24)}",
        "fields:",
        f"  problem: {_sentence(rng, 12)}",
        f"  form: {rng.choice(('product', 'service'))}",
        f"  users: {rng.randrange(10, 100_000)}",
        "sources:",
    ]
    for source in ("one", "two", "three"):
        date = f"2025-{rng.randrange(1, 13):02d}-{rng.randrange(1, 29):02d}"
        lines += [
            f"  s-{source}:",
            f"    title: {_sentence(rng, 7)}",
            f"    publisher: {_sentence(rng, 2)}",
            f"    date: {date}",
            f"    grade: {rng.choice(('official', 'press', 'company', 'secondary'))}",
            f"    url: https://example.org/{number}/{source}",
        ]
    lines += [
        "assessed_by: {who: council, role: secretariat, date: 2025-12-01}",
        "history:",
        f"  - {{date: 2025-09, status: {_sentence(rng, 3)}, source: s-one}}",
        "assessments:",
    ]
    for _, leaves in GROUPS.values():
        for leaf in leaves:
            lines += _assessment(rng, number, leaf)
    return "\n".join(lines) + "\n"


def _assessment(rng: random.Random, number: int, leaf: str) -> list[str]:
    if rng.random() < 0.08:
        return [f"  {leaf}: unknown"]
    lines = [f"  {leaf}:", f"    {_figure(rng, leaf)}", f"    why: {_sentence(rng, 9)}"]
    if leaf in EVIDENCE:
        lines += [
            "    for:",
            "      - source: s-two",
            f"        quote: {_sentence(rng, 14)} ({number}, {leaf})",
            "    against:",
            f"      - {{source: s-three, quote: {_sentence(rng, 8)} ({leaf}), answer: {_sentence(rng, 6)}}}",
        ]
    return lines


def _figure(rng: random.Random, leaf: str) -> str:
    is_range = rng.random() < 0.2
    if leaf in OPTIONS:
        names = OPTIONS[leaf]
        at = rng.randrange(len(names) - 1)
        return f"choice: [{names[at]}, {names[at + 1]}]" if is_range else f"choice: {rng.choice(names)}"
    if leaf in QUANTITIES:
        low, high = sorted(QUANTITIES[leaf])
        one, other = sorted(round(rng.uniform(low, high), 1) for _ in range(2))
        return f"amount: [{one}, {other}]" if is_range and one < other else f"amount: {one}"
    level = rng.randrange(4)
    return f"level: [{level}, {level + 1}]" if is_range else f"level: {rng.randrange(5)}"
