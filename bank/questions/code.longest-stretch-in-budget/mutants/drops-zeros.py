# Mistake: leaves requests without tokens out.
def longest_stretch(tokens, budget):
    start = total = 0
    best = {'start': 0, 'length': 0}
    tokens = [count for count in tokens if count]
    for end, count in enumerate(tokens):
        total += count
        while total > budget:
            total -= tokens[start]
            start += 1
        if end + 1 - start > best['length']:
            best = {'start': start, 'length': end + 1 - start}
    return best
