# Mistake: a get extends the life of an entry.
def run_cache(capacity, ttl, calls):
    entries, answers = {}, []
    for call in calls:
        entries = {key: entry for key, entry in entries.items() if entry[1] > call['at']}
        key = call['key']
        if call['do'] == 'get':
            answers.append(entries[key][0] if key in entries else None)
            if key in entries:
                entries[key] = (entries.pop(key)[0], call['at'] + ttl)
        else:
            if key not in entries and len(entries) == capacity:
                del entries[next(iter(entries))]
            entries.pop(key, None)
            entries[key] = (call['value'], call['at'] + ttl)
    return answers
