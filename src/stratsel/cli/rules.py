"""What commands say that need the rules of a round and nothing else of it, where these are rejected."""

from stratsel.errors import Rejected
from stratsel.language.catalogue import N_, say


def refuse_rules(rejected: Rejected, language: str) -> None:
    """Show on standard error why a criteria file cannot be used."""
    from stratsel.cli.findings import Showing, show_findings
    from stratsel.cli.output import remark

    remark(show_findings(rejected.check, Showing("text", language)).removesuffix("\n"))
    sentence = N_("the criteria file is rejected; nothing was written")
    remark(f"stratsel: {say(language, sentence)}")
