"""What was wrong with the way the tool was called, in one line and in the reader's language."""

from typing import Any

from stratsel.language.catalogue import N_, say
from stratsel.language.visible import visible
from stratsel.terms import Wording


def usage_line(language: str, message: str, facts: Any) -> str:
    """Return the sentence of a `UsageError`; names of files are foreign text, too."""
    spoken = {
        name: fact.label(language) if isinstance(fact, Wording) else visible(str(fact)) for name, fact in facts.items()
    }
    return say(language, message, **spoken)


def option_line(language: str, error: Any) -> str:
    """Return a sentence for what the parser of options refused."""
    option = visible(str(getattr(error, "option_name", "")))
    parameter = getattr(error, "param", None)
    named = parameter.get_error_hint().strip("'") if parameter is not None else ""
    kind = type(error).__name__
    if kind == "NoSuchOption":
        near = ", ".join(sorted(getattr(error, "possibilities", None) or []))
        if near:
            return say(language, N_("there is no option {option}; did you mean {near}?"), option=option, near=near)
        return say(language, N_("there is no option {option}"), option=option)
    if kind == "MissingParameter":
        return say(language, N_("{parameter} is missing"), parameter=named)
    if kind == "BadOptionUsage":
        return say(language, N_("{option} needs a value"), option=option)
    if parameter is not None:
        return _value_line(language, named, parameter)
    return visible(str(error.format_message()))


def _value_line(language: str, named: str, parameter: Any) -> str:
    kind = parameter.type_descriptor
    if kind.is_choice:
        options = ", ".join(str(getattr(choice, "value", choice)) for choice in kind.choices)
        return say(language, N_("{parameter} takes one of: {options}"), parameter=named, options=options)
    if kind.is_ranged:
        least = kind.parameter_info.min
        return say(language, N_("{parameter} takes a whole number from {least}"), parameter=named, least=least)
    return say(language, N_("{parameter} is given a value that it does not take"), parameter=named)
