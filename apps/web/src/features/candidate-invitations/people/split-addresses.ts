/** An address with the name before it. */
export type NamedAddress = { readonly name: string; readonly email: string };

/**
 * The people of one line as mail programs write them: `Name <address>` or an address, separated by commas, semicolons or
 * spaces. A part without an @ is kept as an address, so that it is shown as one to correct.
 */
export function splitAddresses(line: string): readonly NamedAddress[] {
  const found: NamedAddress[] = [];
  let before: string[] = [];
  const keep = () => {
    found.push(...before.map((email) => ({ name: '', email })));
    before = [];
  };
  for (const part of partsOf(line)) {
    const named = /^(.*?)<([^<>]*)>$/.exec(part);
    if (named) {
      // `Family, Given <address>` was split at its comma.
      found.push({ name: unquoted([...before, named[1] ?? ''].join(', ')), email: (named[2] ?? '').trim() });
      before = [];
    } else if (part.includes('@')) {
      keep();
      found.push(...spacedAddresses(part));
    } else before.push(part);
  }
  keep();
  return found;
}

/** Splits at commas and semicolons that are neither quoted nor in angle brackets. */
function partsOf(line: string): readonly string[] {
  const parts = line.match(/(?:"[^"]*"|<[^<>]*>|[^,;])+/g) ?? [];
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** `a@x.org b@x.org`, or `Name a@x.org`. */
function spacedAddresses(part: string): readonly NamedAddress[] {
  const words = part.split(/\s+/);
  const addresses = words.filter((word) => word.includes('@'));
  const name = words.filter((word) => !word.includes('@')).join(' ');
  return addresses.map((email) => ({ name: addresses.length === 1 ? unquoted(name) : '', email }));
}

const unquoted = (name: string): string => name.trim().replace(/^"(.*)"$/, '$1');
