# Mistake: throws for the first records as well.
def fair_sample(stream, k, dice):
    sample, seen = [], 0
    for record in stream:
        seen += 1
        throw = next(dice)
        if seen <= k:
            sample.append(record)
        else:
            place = int(throw * seen)
            if place < k:
                sample[place] = record
    return {'seen': seen, 'sample': sample}
