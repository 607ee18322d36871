"""What stands before and after the sections: what was counted, and by which draws."""


def counts(data, found, told):
    told = [data.candidates, data.ranking["unranked"], data.ranking["excluded"], data.leaves(), data.ranking["screens"]]
    return [*(str(len(things)) for things in told if things), data.ranking["round"]["reference_date"]]


def draws(data, found, told):
    return data.draws()


RULES = {
    r"^Paper for the meeting · ": counts,
    r"^.* draws, each weight up to ": draws,
}
TABLES = {}
