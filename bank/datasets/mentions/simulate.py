"""A stream of short posts about one brand, with real trouble in it and a campaign by bots that looks like trouble.

How the data arise. Posts come at a rate that follows the hour of the day, from many people, each about one or two aspects
of the product, said in sentences put together from templates. At some hour a real fault begins: for some hours many
*different* people complain about one aspect. At another time a campaign runs: a dozen accounts post the same few
complaints over and over. Posts that praise one aspect and complain about another are mixed.
"""
import numpy

ASPECTS = ("battery", "screen", "delivery", "support", "price")
CHANNELS = numpy.array(["forum", "photo", "video", "review", "chat"])
PRAISE = ("The {} is great.", "Really happy with the {}!", "No complaints about the {}.", "{} better than I expected.")
BLAME = ("The {} is a disaster.", "Very unhappy with the {}.", "The {} let me down again.", "{} worse than before.")
PLAIN = ("Does anyone know more about the {}?", "Comparing the {} with other brands.", "Asked about the {} today.")
SENTENCES = {1: PRAISE, -1: BLAME, 0: PLAIN}
MINUTES = 1440
PEOPLE, BOTS = 6000, 12


def simulate(seed, days=14, per_hour=40):
    """`posts`, a dictionary of arrays in the order of time, and `fault` and `campaign`, (first, last) minute each.

    `minute` (since the start), `channel`, `author`, `aspect` (first one named), `feeling` (-1, 0, 1 about it),
    `second` ("" or another aspect), `second_feeling`, `is_bot`, `is_fault` (one of the real fault's posts) and `text`.
    """
    rng = numpy.random.default_rng([seed, 6])
    fault = some_hours(rng, days, 0.55, 0.9, 8)
    campaign = some_hours(rng, days, 0.15, 0.45, 6)
    usual = rng.poisson(per_hour / 60 * daily(days))
    minutes = [numpy.repeat(numpy.arange(days * MINUTES), usual)]
    for (first, last), times in ((fault, 2.0), (campaign, 2.5)):
        minutes.append(rng.integers(first, last, int(times * per_hour * (last - first) / 60)))
    source = numpy.repeat([0, 1, 2], [len(each) for each in minutes])
    minute = numpy.concatenate(minutes)
    posts = written(rng, minute, source)
    order = numpy.argsort(minute, kind="stable")
    return {"posts": {name: values[order] for name, values in posts.items()}, "fault": fault, "campaign": campaign}


def some_hours(rng, days, earliest, latest, hours):
    first = int(rng.uniform(earliest, latest) * days * MINUTES)
    return first, min(first + hours * 60, days * MINUTES)


def daily(days):
    """Relative rate by minute: lowest at four in the morning, highest twelve hours later."""
    return 1 - 0.7 * numpy.cos(2 * numpy.pi * (numpy.arange(days * MINUTES) / MINUTES - 4 / 24))


def written(rng, minute, source):
    count = len(minute)
    is_fault, is_bot = source == 1, source == 2
    broken, blamed = rng.permutation(len(ASPECTS))[:2]
    aspect = numpy.where(is_fault, broken, numpy.where(is_bot, blamed, rng.integers(0, len(ASPECTS), count)))
    feeling = numpy.where(is_fault | is_bot, -1, rng.choice([-1, 0, 1], count, p=[0.2, 0.45, 0.35]))
    is_mixed = ~is_bot & (rng.random(count) < 0.25)
    second = (aspect + rng.integers(1, len(ASPECTS), count)) % len(ASPECTS)
    other = numpy.where(is_mixed, -numpy.where(feeling == 0, rng.choice([-1, 1], count), feeling), 0)
    wording = numpy.where(is_bot, 0, rng.integers(0, 12, count))
    names = numpy.array(ASPECTS)
    first = [sentence(*each) for each in zip(names[aspect], feeling, wording)]
    more = [sentence(*each) for each in zip(names[second], other, wording // 2)]
    text = numpy.where(is_mixed, [f"{one} {two}" for one, two in zip(first, more)], first)
    return {
        "minute": minute,
        "channel": rng.choice(CHANNELS, count),
        "author": numpy.where(is_bot, PEOPLE + rng.integers(0, BOTS, count), rng.integers(0, PEOPLE, count)),
        "aspect": names[aspect],
        "feeling": feeling,
        "second": numpy.where(is_mixed, names[second], ""),
        "second_feeling": other,
        "is_bot": is_bot,
        "is_fault": is_fault,
        "text": text,
    }


def sentence(aspect, feeling, wording):
    choices = SENTENCES[int(feeling)]
    said = choices[int(wording) % len(choices)].format(aspect)
    return said[0].upper() + said[1:]
