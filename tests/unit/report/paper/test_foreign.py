from stratsel.report.paper.foreign import NotingSentences


def test_a_text_by_language_that_lacks_the_readers_is_noted_once():
    sentences = NotingSentences("vi")
    for _ in range(2):
        assert sentences.words({"en": "Hammer"}) == "Hammer"
    assert sentences.quoted({"en": "Hammer"}) == "“Hammer”"
    assert sentences.foreign == {"Hammer"}


def test_what_is_translated_or_plain_is_not_noted():
    sentences = NotingSentences("vi")
    assert sentences.words({"en": "Hammer", "vi": "Búa"}) == "Búa"
    assert sentences.words("Hammer") == "Hammer"
    assert not sentences.foreign


def test_a_plain_text_of_a_file_in_another_language_is_noted():
    sentences = NotingSentences("vi", {"Hammer"})
    sentences.words("Hammer")
    sentences.words("a quotation")
    assert sentences.foreign == {"Hammer"}
