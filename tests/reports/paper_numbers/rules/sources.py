"""Sources: their dates, and how many dossiers cite them."""


def cited(data, found, told):
    """Of several with one title, it is that of the publisher."""
    named = [each for each in data.record.sources if data.hide(each.title) == told.term]
    (source,) = (each for each in named if told.text.startswith(f"{data.hide(each.publisher)}, "))
    return [*([source.date] if source.date else []), str(source.cited)]


RULES = {r"dossiers that cite it: ": cited}
TABLES = {}
