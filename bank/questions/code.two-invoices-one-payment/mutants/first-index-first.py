# Mistake: returns the pair with the smallest first position.
def match_invoices(amounts, payment):
    last = {amount: place for place, amount in enumerate(amounts)}
    for first, amount in enumerate(amounts):
        second = last.get(payment - amount)
        if second is not None and second > first:
            return [first, second]
    return None
