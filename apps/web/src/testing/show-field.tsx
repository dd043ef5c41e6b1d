import { MockedProvider } from '@apollo/client/testing/react';
import type { MockLink } from '@apollo/client/testing';
import { UiProvider } from '@holdout/ui';
import { act, render } from '@testing-library/react';
import { type ComponentType, useState } from 'react';
import type { Draft } from '../answering/kinds/drafts';
import type { FieldProps, Item } from '../answering/kinds/field';
import { en } from '../messages/en';
import { createCache } from '../platform/apollo-cache';

type Shown = { readonly container: HTMLElement; readonly draft: () => Draft | null };

/** For tests: renders the field of one kind with an editable draft, as its page does. */
export async function showField(
  Field: ComponentType<FieldProps>,
  item: Item,
  { draft: first = null, mocks = [] }: { draft?: Draft | null; mocks?: readonly MockLink.MockedResponse[] } = {},
): Promise<Shown> {
  let latest: Draft | null = first;
  function Page() {
    const [draft, setDraft] = useState<Draft | null>(first);
    const onEdit = (next: Draft) => {
      latest = next;
      setDraft(next);
    };
    return (
      <Field
        item={item}
        draft={draft}
        onEdit={onEdit}
        onLeave={() => undefined}
        isOpen={item.feedback === null}
        settle={() => Promise.resolve(1)}
      />
    );
  }
  const { container } = await act(async () => {
    const shown = render(
      <UiProvider messages={en.ui}>
        <MockedProvider mocks={mocks} cache={createCache()}>
          <Page />
        </MockedProvider>
      </UiProvider>,
    );
    await Promise.resolve();
    return shown;
  });
  return { container, draft: () => latest };
}
