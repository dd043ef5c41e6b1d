# Mistake: compares every pair.
def match_invoices(amounts, payment):
    for second in range(len(amounts)):
        for first in range(second):
            if amounts[first] + amounts[second] == payment:
                return [first, second]
    return None
