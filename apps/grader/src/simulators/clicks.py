"""Whether the clicks are biased as their dataset says, in a way that can be taken out again."""
import clicks
import numpy


def figures(seed):
    made = clicks.simulate(seed)
    shown, born = made["impressions"], made["items"]["born"]
    sums = lambda weights: numpy.bincount(shown["item"], weights, minlength=len(born))
    often = sums(None) >= 100
    truth = (sums(shown["liked"]) / sums(None).clip(1))[often]
    rate = (sums(shown["clicked"]) / sums(None).clip(1))[often]
    by_place = numpy.array([shown["clicked"][shown["place"] == place].mean() for place in range(1, 11)])
    looks = (by_place / by_place[0])[shown["place"] - 1]
    per_look = (sums(shown["clicked"]) / sums(looks).clip(1e-9))[often]
    return {
        "lastOverFirstPlace": by_place[-1] / by_place[0],
        "rateAgainstTruth": numpy.corrcoef(rate, truth)[0, 1],
        "perLookAgainstTruth": numpy.corrcoef(per_look, truth)[0, 1],
        "newThings": (born > 0).mean(),
        "newThingsShown": (born[shown["item"]] > 0).mean(),
        "shownTooEarly": (born[shown["item"]] > shown["at"] / 86_400).mean(),
        "paidForUnviewed": unviewed(made["events"]),
    }


def unviewed(events):
    """Payments for a thing that the person never viewed."""
    of = lambda kind: set(zip(events["user"][events["kind"] == kind], events["item"][events["kind"] == kind]))
    return len(of("pay") - of("view"))
