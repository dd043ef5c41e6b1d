# Mistake: lets every record in, at a drawn slot.
def fair_sample(stream, k, dice):
    sample, seen = [], 0
    for record in stream:
        seen += 1
        if seen <= k:
            sample.append(record)
        else:
            place = int(next(dice) * k)
            if place < k:
                sample[place] = record
    return {'seen': seen, 'sample': sample}
