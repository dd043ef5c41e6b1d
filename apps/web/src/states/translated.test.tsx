import { MockedProvider } from '@apollo/client/testing/react';
import { Pane, UiProvider } from '@holdout/ui';
import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { SaversProvider } from '../answering/savers-provider';
import { en } from '../messages/en';
import { createCache } from '../platform/apollo-cache';
import { KIND_STATES } from './kind-states';
import type { States } from './state';
import { UI_STATES } from './ui-states';
import { VERSION_STATES } from './version-states';

const cache = createCache();
const TRANSLATED: string = 'font';

const page = (shown: ReactNode) => (
  <UiProvider messages={en.ui}>
    <MockedProvider mocks={[]} cache={cache}>
      <MemoryRouter>
        <SaversProvider>
          <main>
            <Pane>{shown}</Pane>
          </main>
        </SaversProvider>
      </MemoryRouter>
    </MockedProvider>
  </UiProvider>
);

/** Does what the translator of a browser does: puts each text into two elements of its own, in place of its node. */
function translate(root: HTMLElement): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts.filter(({ data }) => data.trim() !== '')) {
    const [outer, inner] = [0, 1].map(() => document.createElement(TRANSLATED)) as [HTMLElement, HTMLElement];
    inner.textContent = text.data;
    outer.append(inner);
    text.replaceWith(outer);
  }
}

const leaveAlone = () => undefined;

/** The text of the page after it went from one state to another; what happens `between` happens to the first. */
async function textAfter(from: ReactNode, to: ReactNode, between: (root: HTMLElement) => void): Promise<string> {
  const { rerender, unmount } = render(page(from));
  const main = screen.getByRole('main', { hidden: true });
  await act(() => Promise.resolve());
  between(main);
  rerender(page(to));
  await act(() => Promise.resolve());
  const { textContent } = main;
  unmount();
  return textContent;
}

/** Every state beside the one before and after it, in the order of the page of states. */
const neighbours = (states: States) =>
  states.flatMap((from, index) =>
    [states[index - 1], states[index + 1]].flatMap((to) => (to === undefined ? [] : [{ from, to }])),
  );

// Each kind's field is a chunk of its own, and so is Markdown: all are loaded before.
beforeAll(async () => {
  localStorage.setItem('holdout.plain-editor', 'yes');
  const all = Object.values({ ...KIND_STATES, Markdown: UI_STATES.Markdown }).map((states, index) => (
    <section key={index}>
      <Pane>{(states[1] ?? states[0]).show()}</Pane>
    </section>
  ));
  const { container, unmount } = render(page(all));
  const sections = [...container.querySelectorAll('section')];
  await waitFor(() => expect(sections.filter(({ textContent }) => textContent === '')).toEqual([]));
  unmount();
});

// React tells the console of the failure that a state shows on purpose.
beforeEach(() => jest.spyOn(console, 'error').mockImplementation(() => undefined));

test.each(Object.entries({ ...KIND_STATES, ...UI_STATES, ...VERSION_STATES }))(
  '%s in a translated page shows each new state as in the original page',
  async (_name, states) => {
    for (const { from, to } of neighbours(states)) {
      const original = await textAfter(from.show(), to.show(), leaveAlone);
      const translated = await textAfter(from.show(), to.show(), translate);
      expect([from.name, to.name, translated]).toEqual([from.name, to.name, original]);
    }
  },
);

test('in a translated page a number that is typed is read back', async () => {
  const { container } = render(page(KIND_STATES.NUMERIC[1]?.show()));
  const field = await screen.findByRole('textbox', { name: 'Your answer' });
  for (const [typed, read] of [
    ['1,250', `= 1250 kg ${en.question.numeric.comma}`],
    ['12.5', '= 12.5 kg'],
    ['about 3', en.question.numeric.unread.notANumber],
    ['12', '= 12 kg'],
  ] as const) {
    translate(container);
    await userEvent.clear(field);
    await userEvent.type(field, typed);
    expect(container.textContent).toContain(read);
  }
});
