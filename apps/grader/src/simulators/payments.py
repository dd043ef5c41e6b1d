"""Whether the payments keep what their dataset promises."""
import numpy
import payments


def figures(seed):
    made = payments.simulate(seed)
    fraud, at, known = made["fraud"], made["at"], made["known_at"]
    month = fraud & (at < 30)
    before, after = fraud & (at < 90), fraud & (at >= 90)
    daily = numpy.bincount(at[fraud].astype(int), minlength=180)
    dear_abroad = made["times_usual"] * (1 + 4 * made["is_abroad"])
    return {
        "share": fraud.mean(),
        "knownAtDay30": (known[month] <= 30).mean(),
        "knownAtDay120": (known[month] <= 120).mean(),
        "newBefore": (made["kind"][before] == "new").mean(),
        "newAfter": (made["kind"][after] == "new").mean(),
        "ruleBefore": share_found(dear_abroad, fraud, at < 90),
        "ruleAfter": share_found(dear_abroad, fraud, at >= 90),
        "spreadOfDays": daily.var() / daily.mean(),
    }


def share_found(score, fraud, rows):
    """Of the frauds among the rows, those in the twentieth with the highest scores."""
    highest = numpy.argsort(-score[rows], kind="stable")[: rows.sum() // 20]
    return fraud[rows][highest].sum() / fraud[rows].sum()
