"""Whether empty shelves hide demand, and leaving them out hides some of it still."""
import numpy
import retail

ARTICLES = 40


def figures(seed):
    made = retail.simulate(seed, articles=ARTICLES)
    pair = made["shop"] * ARTICLES + made["article"]
    is_empty = made["sales"] == made["opening"]
    per_pair = lambda values, rows: numpy.bincount(pair[rows], values[rows]) / numpy.bincount(pair[rows])
    every = numpy.ones(len(pair), dtype=bool)
    is_short = per_pair(is_empty, every) > 0.15
    truth = per_pair(made["mean_demand"], every)
    over_truth = lambda rows, pairs: (per_pair(made["sales"], rows) / truth)[pairs].mean()
    return {
        "soldWhatWasNotThere": (made["sales"] > numpy.minimum(made["demand"], made["opening"])).sum(),
        "emptyDays": is_empty.mean(),
        "salesWhereShort": over_truth(every, is_short),
        "salesOnFullDaysWhereShort": over_truth(~is_empty, is_short),
        "salesElsewhere": over_truth(every, ~is_short),
        "demandOverTruth": made["demand"].sum() / made["mean_demand"].sum(),
    }
