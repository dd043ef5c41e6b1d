# Mistake: compares the lists position by position.
def word_errors(reference, hypothesis):
    wrong = sum(word != other for word, other in zip(reference, hypothesis))
    distance = wrong + abs(len(reference) - len(hypothesis))
    return {'distance': distance, 'rate': distance / len(reference) if reference else None}
