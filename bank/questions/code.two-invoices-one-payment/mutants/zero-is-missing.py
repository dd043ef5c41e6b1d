# Mistake: treats position 0 as missing.
def match_invoices(amounts, payment):
    seen = {}
    for second, amount in enumerate(amounts):
        first = seen.get(payment - amount)
        if first:
            return [first, second]
        seen.setdefault(amount, second)
    return None
