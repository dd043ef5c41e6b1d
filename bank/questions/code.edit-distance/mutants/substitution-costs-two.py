# Mistake: a substitution costs 2.
def word_errors(reference, hypothesis):
    above = list(range(len(hypothesis) + 1))
    for i, word in enumerate(reference, start=1):
        row = [i]
        for j, other in enumerate(hypothesis, start=1):
            row.append(min(above[j] + 1, row[j - 1] + 1, above[j - 1] + 2 * (word != other)))
        above = row
    return {'distance': above[-1], 'rate': above[-1] / len(reference) if reference else None}
