# Mistake: sums up the window again for each end.
def longest_stretch(tokens, budget):
    start = 0
    best = {'start': 0, 'length': 0}
    for end in range(len(tokens)):
        while sum(tokens[start : end + 1]) > budget:
            start += 1
        if end + 1 - start > best['length']:
            best = {'start': start, 'length': end + 1 - start}
    return best
