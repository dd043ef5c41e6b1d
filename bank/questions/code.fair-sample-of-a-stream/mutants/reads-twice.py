# Mistake: counts the records first and reads the stream again.
def fair_sample(stream, k, dice):
    sample, seen, total = [], 0, sum(1 for _ in stream)
    for record in stream:
        seen += 1
        if seen <= k:
            sample.append(record)
        else:
            place = int(next(dice) * seen)
            if place < k:
                sample[place] = record
    return {'seen': total, 'sample': sample}
