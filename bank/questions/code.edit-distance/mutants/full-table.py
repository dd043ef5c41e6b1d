# Mistake: keeps the whole table.
def word_errors(reference, hypothesis):
    table = [list(range(len(hypothesis) + 1))]
    for i, word in enumerate(reference, start=1):
        row, above = [i], table[-1]
        for j, other in enumerate(hypothesis, start=1):
            row.append(min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (word != other)))
        table.append(row)
    return {'distance': table[-1][-1], 'rate': table[-1][-1] / len(reference) if reference else None}
