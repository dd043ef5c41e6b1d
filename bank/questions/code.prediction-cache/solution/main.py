from collections import OrderedDict


def run_cache(capacity, ttl, calls):
    entries, expiry, answers = OrderedDict(), OrderedDict(), []
    for call in calls:
        while expiry and next(iter(expiry.values())) <= call['at']:
            key, _ = expiry.popitem(last=False)
            del entries[key]
        key = call['key']
        if call['do'] == 'get':
            answers.append(entries.get(key))
        else:
            expiry.pop(key, None)
            if key not in entries and len(entries) == capacity:
                oldest, _ = entries.popitem(last=False)
                del expiry[oldest]
            entries[key], expiry[key] = call['value'], call['at'] + ttl
        if key in entries:
            entries.move_to_end(key)
    return answers
