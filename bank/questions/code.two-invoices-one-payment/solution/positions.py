def match_invoices(amounts, payment):
    positions = {}
    for place, amount in enumerate(amounts):
        positions.setdefault(amount, []).append(place)
    for second, amount in enumerate(amounts):
        partners = positions.get(payment - amount, [])
        if partners and partners[0] < second:
            return [partners[0], second]
