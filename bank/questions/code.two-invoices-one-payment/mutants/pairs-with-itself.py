# Mistake: pairs an invoice with itself.
def match_invoices(amounts, payment):
    seen = {}
    for second, amount in enumerate(amounts):
        seen.setdefault(amount, second)
        first = seen.get(payment - amount)
        if first is not None:
            return [first, second]
    return None
