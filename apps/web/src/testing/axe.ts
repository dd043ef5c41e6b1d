import axe from 'axe-core';

/** For tests: axe violations in a component. Contrast and whole pages are tested in a browser, by the e2e journeys. */
export async function findingsIn(container: HTMLElement): Promise<readonly string[]> {
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
