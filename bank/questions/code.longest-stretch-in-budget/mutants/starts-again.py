# Mistake: starts a new run after an overflow.
def longest_stretch(tokens, budget):
    start = total = 0
    best = {'start': 0, 'length': 0}
    for end, count in enumerate(tokens):
        total += count
        if total > budget:
            fits = count <= budget
            start, total = (end, count) if fits else (end + 1, 0)
        if end + 1 - start > best['length']:
            best = {'start': start, 'length': end + 1 - start}
    return best
