"""Simulated card payments up to a day, with the frauds reported by then, and the payments of the days after it.

A new kind of fraud begins 44 days before the day the training payments end. Reports take 5 to 45 days, so that no payment
of the new kind is old enough to be settled, four in ten of its frauds are reported, and none of the last five days. Fraud
comes in bursts, and a metric on few bursts says little: so fraud is eight times as frequent as the simulator has it by
default, and 181 days are judged. Country of the card and amount over the usual one are left for the candidate to work out.

Measured on 12 seeds, recall at 40 a day, lowest to highest: reference 0.856 to 0.903, forest 0.801 to 0.855, reference
that takes every payment without a report for a good one 0.798 to 0.866, settled payments only 0.533 to 0.677, single
payments only 0.483 to 0.577, newest ten days only 0.097 to 0.646, classes 0.317 to 0.463, largest first 0.115 to 0.160,
baseline 0.128 to 0.194. Standard errors, from redrawing days: reference 0.009 to 0.013, settled payments 0.018 to 0.027,
single payments 0.019 to 0.031. The best planted wrong solution plus 3 standard errors is at most 0.735, and the reference
minus 3 at least 0.819. With fraud more frequent, days on which 40 are not enough widen the error of the reference.
"""
import numpy
import pandas

import payments

PER_DAY, CARDS, FRAUD_SHARE = 400, 1000, 0.025
# Days of the simulation. Its new kind of fraud begins half-way.
DAYS, FIRST_DAY, TODAY = 450, 169, 269
# The public rows to be judged end here.
PUBLIC_UNTIL = 304
COLUMNS = ["card", "country", "is_online", "category", "amount"]


def make(seed, part):
    is_hidden = part == "hidden"
    made = payments.simulate(
        2 * seed + is_hidden, payments=PER_DAY * DAYS, days=DAYS, fraud_share=FRAUD_SHARE, cards=CARDS
    )
    at, known = made["at"], made["known_at"]
    # Rounded down, since the whole part is the day.
    table = pandas.DataFrame({"at": numpy.floor((at - FIRST_DAY) * 1e4) / 1e4, **{name: made[name] for name in COLUMNS}})
    is_train = (at >= FIRST_DAY) & (at < TODAY)
    is_test = (at >= TODAY) & (is_hidden | (at < PUBLIC_UNTIL))
    reported = numpy.where(known <= TODAY, numpy.ceil(known - FIRST_DAY), numpy.nan)
    test = table[is_test].reset_index(drop=True)
    days = numpy.floor(test["at"]).astype(int).tolist()
    return {
        "train": table.assign(reported_on=reported)[is_train].reset_index(drop=True),
        "test": test,
        "truth": made["fraud"][is_test].astype(int).tolist(),
        "groups": days,
        "resampleBy": days,
    }
