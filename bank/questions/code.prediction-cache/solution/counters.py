from collections import deque


def run_cache(capacity, ttl, calls):
    """Stamps of use and of writing in two queues; a stamp that is no longer the entry's own is skipped."""
    entries, uses, writes, answers = {}, deque(), deque(), []
    for stamp, call in enumerate(calls):
        at, key = call['at'], call['key']
        while writes and writes[0][0] + ttl <= at:
            _, other, written = writes.popleft()
            if other in entries and entries[other][1] == written:
                del entries[other]
        if call['do'] == 'put':
            if key not in entries and len(entries) == capacity:
                while entries.get(uses[0][0], (0, 0, -1))[2] != uses[0][1]:
                    uses.popleft()
                del entries[uses.popleft()[0]]
            entries[key] = (call['value'], stamp, stamp)
            writes.append((at, key, stamp))
            uses.append((key, stamp))
        elif key in entries:
            value, written, _ = entries[key]
            entries[key] = (value, written, stamp)
            uses.append((key, stamp))
            answers.append(value)
        else:
            answers.append(None)
    return answers
