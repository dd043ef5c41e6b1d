const BLOCK_GROUPS = 4;
const ALL_GROUPS = 8;

/**
 * The block of network addresses that one client can use at will, as a key: an IPv4 address by itself, an IPv6 address by
 * its first 64 bits. An IPv4 address written as IPv6 gives the same key as the IPv4 address.
 */
export function addressBlock(address: string): string {
  const [bare = ''] = address.split('%', 1);
  if (!URL.canParse(`http://[${bare}]`)) return bare;
  const groups = groupsOf(bare);
  return isMapped(groups) ? ipv4Of(groups) : `${groups.slice(0, BLOCK_GROUPS).join(':')}::/64`;
}

/** The eight groups in their shortest form. A URL normalizes the spelling. */
function groupsOf(address: string): readonly string[] {
  const { hostname } = new URL(`http://[${address}]`);
  const [head = [], tail = []] = hostname
    .slice(1, -1)
    .split('::')
    .map((part) => part.split(':').filter(Boolean));
  const zeros = Array.from({ length: ALL_GROUPS - head.length - tail.length }, () => '0');
  return [...head, ...zeros, ...tail];
}

const isMapped = (groups: readonly string[]): boolean => groups.slice(0, 6).join(':') === '0:0:0:0:0:ffff';

function ipv4Of(groups: readonly string[]): string {
  const bytes = groups.slice(6).flatMap((group) => [parseInt(group, 16) >> 8, parseInt(group, 16) & 0xff]);
  return bytes.join('.');
}
