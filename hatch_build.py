"""Build hook: compiles the message catalogues, so that only their sources are kept in git."""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

LOCALE = Path("src", "stratsel", "language", "locale")


class CatalogueHook(BuildHookInterface):  # type: ignore[type-arg]  # generic in some versions of hatchling only
    """Writes a `.mo` beside each `.po`, for wheels and for editable installations."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile every catalogue before files are collected."""
        for source in sorted(Path(self.root, LOCALE).glob("*/LC_MESSAGES/*.po")):
            source.with_suffix(".mo").write_bytes(compiled(source))

    def clean(self, versions: list[str]) -> None:
        """Remove what `initialize` wrote."""
        for target in Path(self.root, LOCALE).glob("*/LC_MESSAGES/*.mo"):
            target.unlink()


class _Entries(list[Any]):
    """What Babel's writer needs of a catalogue: its messages, and their encoding."""

    charset = "utf-8"


def compiled(source: Path) -> bytes:
    """The bytes of a compiled catalogue: the same for the same messages.

    Babel's own header carries the time of the build and Babel's version; this one has neither.
    """
    from io import BytesIO

    from babel.messages.catalog import Message
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with source.open("rb") as stream:
        catalogue = read_po(stream, locale=source.parent.parent.name, abort_invalid=True)
    header = (
        f"Language: {catalogue.locale_identifier}\n"
        "Content-Type: text/plain; charset=utf-8\n"
        f"Plural-Forms: {catalogue.plural_forms}\n"
    )
    entries = _Entries(catalogue)
    entries[0] = Message("", header)
    target = BytesIO()
    write_mo(target, entries)  # type: ignore[arg-type]  # it iterates, and reads the charset
    return target.getvalue()


if __name__ == "__main__":
    for path in sorted(LOCALE.glob("*/LC_MESSAGES/*.po")):
        path.with_suffix(".mo").write_bytes(compiled(path))
