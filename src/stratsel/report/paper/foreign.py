"""Texts that the files do not have in the reader's language."""

from collections.abc import Collection

from stratsel.model.base import Text
from stratsel.report.sentences import Sentences


class NotingSentences(Sentences):
    """Sentences that note in `foreign` which texts of files had to stand in another language.

    Of a plain text nobody knows here which language it is in: `plain` are those that are in another.
    """

    def __init__(self, language: str, plain: Collection[str] = ()) -> None:
        super().__init__(language)
        self.plain = frozenset(plain)
        self.foreign: set[str] = set()

    def words(self, text: Text) -> str:
        """Return a text of a file as `Sentences` does, and note it where it is not in the language."""
        told = super().words(text)
        if text in self.plain if isinstance(text, str) else self.language not in text:
            self.foreign.add(told)
        return told
