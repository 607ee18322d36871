"""What a reader may choose about an output."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RenderOptions:
    """How to render a result.

    `top` lists only the first places, with all who are tied at the last of them; `width` is that of the terminal, None
    where there is none; `colour` is for a terminal whose reader has not declined it.
    """

    language: str
    top: int | None = None
    width: int | None = None
    colour: bool = False


@dataclass(frozen=True, slots=True)
class PaperOptions:
    """How to write the paper: `template` is a letterhead of Word; `embed` puts figures into Markdown itself."""

    template: bytes | None = None
    embed: bool = False
