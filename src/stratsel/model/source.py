"""sources/1, and a source wherever one stands."""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from stratsel.model.base import FIRST_FIT, AnyDate, Entity, Id, PlainText, Text
from stratsel.terms import UNKNOWN

FORMAT = "sources/1"


_WEB_ADDRESS = re.compile(r"https?://\S+")


def _only_web(address: str) -> str:
    if not _WEB_ADDRESS.fullmatch(address):
        raise PydanticCustomError("unsafe_address", "an address begins with https://")
    return address


WebAddress = Annotated[str, AfterValidator(_only_web)]


class Source(Entity):
    """Where a quotation was printed, and who speaks in it."""

    title: Text
    publisher: Text
    date: Annotated[Literal["unknown"] | AnyDate, FIRST_FIT]
    grade: Literal["official", "press", "company", "secondary"]
    url: WebAddress | None = None
    text: PlainText | None = None

    @property
    def dated(self) -> str | None:
        """The date as written, or None where it is unknown."""
        return None if self.date == UNKNOWN else self.date.text  # type: ignore[union-attr]


class Sources(Entity):
    """A whole sources file."""

    stratsel: Literal["sources/1"]
    stratsel_version: PlainText | None = None
    sources: dict[Id, Source] = {}
