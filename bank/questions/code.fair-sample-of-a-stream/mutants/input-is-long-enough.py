# Mistake: takes as many records as asked for without asking whether they come.
def fair_sample(stream, k, dice):
    sample, seen = [next(stream) for _ in range(k)], k
    for record in stream:
        seen += 1
        place = int(next(dice) * seen)
        if place < k:
            sample[place] = record
    return {'seen': seen, 'sample': sample}
