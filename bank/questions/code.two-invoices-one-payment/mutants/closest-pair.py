# Mistake: returns the closest pair if none fits.
def match_invoices(amounts, payment):
    seen = {}
    for second, amount in enumerate(amounts):
        first = seen.get(payment - amount)
        if first is not None:
            return [first, second]
        seen.setdefault(amount, second)
    ranked = sorted(range(len(amounts)), key=lambda place: abs(amounts[place] - payment / 2))
    return sorted(ranked[:2])
