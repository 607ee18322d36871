"""What a page says by itself, beside what its document says: labels for the template and for its script."""

from stratsel.language.catalogue import N_

LABELS = {
    "language": N_("Language"),
    "contents": N_("Contents"),
    "blank": N_("to be filled in"),
    "what_if": N_("What if the weights were others?"),
    "what_if_intro": N_(
        "Move a weight, and the order follows here in your browser; the round stays as it is, and nothing is sent. "
        "A weight counts by its share of its group. Those who stand level share a place: the ties rule is left out."
    ),
    "no_sliders": N_(
        "There are no sliders: the order hangs on more than weighted sums and counted places, such as a mean that is "
        "not arithmetic, something left out, rounded values, or quotas."
    ),
    "no_weights": N_("There are no sliders: there is nothing to weigh against each other."),
    "no_script": N_("The sliders need JavaScript, which is switched off here."),
    "own": N_("The round’s own weights, and so the round’s own order."),
    "reset": N_("Back to the round’s own weights"),
    "copy_yaml": N_("Copy the weights as YAML"),
    "both_orders": N_("The order under these weights, and the round’s own beside it"),
    "bars": N_("The bar is what these weights give, the mark on it what the round gives."),
    "rank": N_("Rank"),
    "change": N_("Change"),
    "candidate": N_("Candidate"),
    "points": N_("Points"),
    "in_the_round": N_("In the round"),
    "still": N_("as in the round"),
    "scenario": N_("These weights as a scenario file"),
    "scenario_use": N_("Saved as what-if.yaml, it is read by: stratsel rank candidates --scenario what-if.yaml"),
    "totals": N_("From totals to evidence"),
    "totals_intro": N_(
        "Each total opens into what the criteria bring to it, what the dossier says, and the lines of the dossier "
        "with evidence for and against, which lead to the quotation."
    ),
    "criterion": N_("Criterion"),
    "at_most": N_("At most"),
    "says": N_("The dossier says"),
    "for": N_("For, line"),
    "against": N_("Against, line"),
}

SPOKEN = {
    "own": N_("The round’s own weights, and so the round’s own order."),
    "moved": N_("What if, not the round’s order."),
    "same": N_("No tier changes."),
    "into": N_("Into {tier}: {names}."),
    "out": N_("Out of {tier}: {names}."),
    "ranks": N_("Candidates with another rank: {count}."),
    "up": N_("up by {count}"),
    "down": N_("down by {count}"),
    "still": N_("as in the round"),
    "share": N_("{share} of its group; in the round {own}"),
    "copied": N_("Copied."),
    "not_copied": N_("This browser does not let a page copy: the text is marked below, copy it from there."),
    "title": N_("What if the weights were others?"),
}
"""The script fills the places in these by itself."""
