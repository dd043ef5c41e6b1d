# Mistake: replaces slots in turn when a record enters.
def fair_sample(stream, k, dice):
    sample, seen, entered = [], 0, 0
    for record in stream:
        seen += 1
        if seen <= k:
            sample.append(record)
        else:
            place = int(next(dice) * seen)
            if place < k:
                sample[entered % k] = record
                entered += 1
    return {'seen': seen, 'sample': sample}
