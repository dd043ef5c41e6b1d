from bisect import bisect_left
from itertools import accumulate


def longest_stretch(tokens, budget):
    sums = [0, *accumulate(tokens)]
    starts = [bisect_left(sums, total - budget) for total in sums]
    lengths = [max(end - start, 0) for end, start in enumerate(starts)]
    longest = max(lengths)
    end = lengths.index(longest)
    return {'start': end - longest if longest else 0, 'length': longest}
