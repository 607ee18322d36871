"""The banner of what is not official, as each page carries it."""

from dataclasses import dataclass

from stratsel.language.visible import shorten

LONGEST = 240
"""Letters that the head of a page has room for."""


@dataclass(frozen=True, slots=True)
class PageBanner:
    """What stands on each page; where that had to be cut, `whole` stands once, before everything else."""

    short: str
    whole: str


def of_pages(banner: str) -> PageBanner:
    """Return a banner for pages; both texts are empty where it is."""
    return PageBanner(shorten(banner, LONGEST), banner if len(banner) > LONGEST else "")
