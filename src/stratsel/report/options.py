"""What a reader may choose about an output."""

from dataclasses import dataclass

from stratsel.report.paper.section import Section


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
    """What to write into the paper, and how.

    `candidates` are those to justify: with none named all with a place, who just missed one, and the excluded.
    `template` is a letterhead of Word; `embed` puts figures into Markdown itself.
    """

    sections: tuple[Section, ...] = tuple(Section)
    candidates: tuple[str, ...] = ()
    template: bytes | None = None
    embed: bool = False
