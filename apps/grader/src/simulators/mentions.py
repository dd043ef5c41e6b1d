"""Whether counting complaints falls for the campaign, and counting those who complain waits for the fault."""
import mentions
import numpy

HOURS = 14 * 24


def figures(seed):
    made = mentions.simulate(seed)
    posts, (fault, _), (campaign, _) = made["posts"], made["fault"], made["campaign"]
    hour, blame = posts["minute"] // 60, posts["feeling"] < 0
    complaints = numpy.bincount(hour[blame], minlength=HOURS)
    people = numpy.array([len(set(posts["author"][blame & (hour == one)])) for one in range(HOURS)])
    return {
        "complaintsAfterCampaign": alarm(complaints) - campaign // 60,
        "peopleAfterFault": alarm(people) - fault // 60,
        "peopleAfterCampaign": alarm(people) - campaign // 60,
        "mixed": (posts["second_feeling"] != 0).mean(),
        "campaignWordings": len(set(posts["text"][posts["is_bot"]])),
        "faultWordings": len(set(posts["text"][posts["is_fault"]])),
    }


def alarm(series):
    """The first hour well above what is usual at that hour of the day."""
    usual = numpy.array([numpy.median(series[hour % 24 :: 24]) for hour in range(HOURS)])
    return numpy.flatnonzero(series > 2 * usual + 25)[0]
