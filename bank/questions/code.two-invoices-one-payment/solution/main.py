def match_invoices(amounts, payment):
    seen = {}
    for second, amount in enumerate(amounts):
        first = seen.get(payment - amount)
        if first is not None:
            return [first, second]
        seen.setdefault(amount, second)
    return None
