# Mistake: keeps the first records and only counts the others.
def fair_sample(stream, k, dice):
    sample, seen = [], 0
    for record in stream:
        seen += 1
        if seen <= k:
            sample.append(record)
    return {'seen': seen, 'sample': sample}
