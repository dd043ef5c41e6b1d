# Mistake: uses one list for both rows.
def word_errors(reference, hypothesis):
    above = list(range(len(hypothesis) + 1))
    for i, word in enumerate(reference, start=1):
        row = above
        row[0] = i
        for j, other in enumerate(hypothesis, start=1):
            row[j] = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (word != other))
    return {'distance': above[-1], 'rate': above[-1] / len(reference) if reference else None}
