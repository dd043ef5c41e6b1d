# Mistake: keeps the whole stream in a list.
def fair_sample(stream, k, dice):
    sample, seen = [], 0
    for record in list(stream):
        seen += 1
        if seen <= k:
            sample.append(record)
        else:
            place = int(next(dice) * seen)
            if place < k:
                sample[place] = record
    return {'seen': seen, 'sample': sample}
