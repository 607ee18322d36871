"""Derives `suite.json` from the public YAML test suite (MIT, see `suite.txt`).

    git clone --branch data https://github.com/yaml/yaml-test-suite
    python tests/hostile/make_suite.py yaml-test-suite > tests/hostile/suite.json

Of each case that is invalid, or valid with JSON as its meaning, it keeps the text and that meaning: the documents
as a list, or null where it is invalid. Cases that mean what JSON cannot say (keys that are no text, tags) are left out.
"""

import json
import sys
from pathlib import Path


def documents(text):
    """The values of several JSON texts, one after the other; numbers stay as they are written."""
    found, decoder, at = [], json.JSONDecoder(), 0
    while text[at:].strip():
        at += len(text[at:]) - len(text[at:].lstrip())
        value, at = decoder.raw_decode(text, at)
        found.append(value)
    return found


def cases(checkout):
    for file in sorted(checkout.rglob("in.yaml")):
        name = "-".join(file.parent.relative_to(checkout).parts)
        meaning, is_invalid = file.with_name("in.json"), file.with_name("error").exists()
        if "tags" in name or "name" in name or not (is_invalid or meaning.exists()):
            continue
        yield (
            name,
            {
                "yaml": file.read_bytes().decode(),
                "json": None if is_invalid else documents(meaning.read_text(encoding="utf-8")),
            },
        )


if __name__ == "__main__":
    made = json.dumps(dict(cases(Path(sys.argv[1]))), indent=0, sort_keys=True)
    print(made)
