import { MockedProvider } from '@apollo/client/testing/react';
import { Pane, UiProvider } from '@holdout/ui';
import { Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { MemoryRouter } from 'react-router';
import { SaversProvider } from '../answering/savers-provider';
import { en } from '../messages/en';
import { createCache } from '../platform/apollo-cache';
import { KIND_STATES } from './kind-states';
import type { State, States } from './state';
import { UI_STATES } from './ui-states';
import { VERSION_STATES } from './version-states';

function One({ state }: { readonly state: State }) {
  return (
    <Stack gap="xs" component="section" aria-label={state.name}>
      <Text size="xs" c="dimmed">
        {state.name}
      </Text>
      <Paper withBorder p="md">
        <Pane>{state.show()}</Pane>
      </Paper>
    </Stack>
  );
}

function Part({ title, all }: { readonly title: string; readonly all: Readonly<Record<string, States>> }) {
  return (
    <Stack gap="xl">
      <Title order={1}>{title}</Title>
      {Object.entries(all).map(([name, states]) => (
        <Stack key={name} gap="md" id={name}>
          <Title order={2}>{name}</Title>
          {states.map((state) => (
            <One key={state.name} state={state} />
          ))}
        </Stack>
      ))}
    </Stack>
  );
}

/** Every component of `libs/ui`, every kind of question and what shows versions in each of their states, without an API. */
export function StatesPage({ colorScheme }: { readonly colorScheme: 'light' | 'dark' }) {
  const [cache] = useState(createCache);
  return (
    <UiProvider messages={en.ui} colorScheme={colorScheme}>
      <MockedProvider mocks={[]} cache={cache}>
        <MemoryRouter>
          <SaversProvider>
            <Stack gap="xl" p="md" component="main">
              <Part title="Components" all={UI_STATES} />
              <Part title="Kinds of question" all={KIND_STATES} />
              <Part title="Versions of an answer" all={VERSION_STATES} />
            </Stack>
          </SaversProvider>
        </MemoryRouter>
      </MockedProvider>
    </UiProvider>
  );
}

/** Two frames, since a color scheme belongs to a whole document. */
export function BothSchemes() {
  return (
    <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', height: '98vh' }}>
      {(['light', 'dark'] as const).map((scheme) => (
        <iframe
          key={scheme}
          title={scheme}
          src={`?scheme=${scheme}`}
          style={{ width: '100%', height: '100%', border: 0 }}
        />
      ))}
    </div>
  );
}
