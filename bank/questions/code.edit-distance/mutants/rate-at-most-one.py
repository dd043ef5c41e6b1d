# Mistake: limits the rate to 1.
def word_errors(reference, hypothesis):
    above = list(range(len(hypothesis) + 1))
    for i, word in enumerate(reference, start=1):
        row = [i]
        for j, other in enumerate(hypothesis, start=1):
            row.append(min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (word != other)))
        above = row
    return {'distance': above[-1], 'rate': min(above[-1] / len(reference), 1.0) if reference else None}
