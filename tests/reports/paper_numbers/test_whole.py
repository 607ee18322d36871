"""The whole paper tells what its parts tell, and counts right what of it is in another language."""

import re

import pytest

FOREIGN = {"en": r"texts in another language: (\d+)$", "vi": r"số đoạn bằng ngôn ngữ khác: (\d+)$"}


def test_it_tells_what_its_parts_tell(parts, subject):
    """Beside them it only counts, under its title, what is in another language."""
    apart = {content for part in parts for content in subject.contents(part, "en")}
    (more,) = {content for content in subject.contents("whole", "en") if content not in apart} or {""}
    assert re.sub(f" · {FOREIGN['en']}", "", more) in apart | {""}


def untranslated(data, language):
    """What files give in other languages only: of what no file says it, such as a publisher's name, nobody knows."""
    names = [each["by"] for each in data.ranking["decisions"]]
    for each in data.texts:
        if not each.keys() & {language, "und"} and each not in names:
            text = " ".join(next(iter(each.values())).split())
            if any(map(str.isalpha, text)):
                yield text


@pytest.mark.parametrize("language", ["en", "vi"])
def test_texts_in_another_language_are_counted(language, subject):
    shown = [each for each in subject.contents("whole", language) if isinstance(each, str)]
    foreign = {text for text in untranslated(subject.data, language) if any(text in sentence for sentence in shown)}
    counted = [found[1] for text in shown if (found := re.search(FOREIGN[language], text))]
    assert counted == ([str(len(foreign))] if foreign else [])
