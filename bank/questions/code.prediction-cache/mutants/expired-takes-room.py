# Mistake: evicts a live entry although another has expired.
def run_cache(capacity, ttl, calls):
    entries, answers = {}, []
    for call in calls:
        key = call['key']
        if call['do'] == 'get':
            answers.append(entries[key][0] if key in entries and entries[key][1] > call['at'] else None)
            if key in entries and entries[key][1] > call['at']:
                entries[key] = entries.pop(key)
        else:
            if key not in entries and len(entries) == capacity:
                del entries[next(iter(entries))]
            entries.pop(key, None)
            entries[key] = (call['value'], call['at'] + ttl)
    return answers
