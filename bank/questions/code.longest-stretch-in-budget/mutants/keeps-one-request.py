# Mistake: keeps at least one request in the window.
def longest_stretch(tokens, budget):
    start = total = 0
    best = {'start': 0, 'length': 0}
    for end, count in enumerate(tokens):
        total += count
        while total > budget and start < end:
            total -= tokens[start]
            start += 1
        if end + 1 - start > best['length']:
            best = {'start': start, 'length': end + 1 - start}
    return best
