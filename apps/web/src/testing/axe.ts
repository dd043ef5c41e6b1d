import axe from 'axe-core';

/** For tests: what axe finds in a part of a page. Colours and whole pages are left to the journeys in a browser. */
export async function findingsIn(container: HTMLElement): Promise<readonly string[]> {
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
