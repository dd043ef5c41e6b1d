import { MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { KeysProvider } from './keys';
import { LiveRegion } from './live-region';
import './styles.css';
import { cssVariablesResolver, theme } from './theme';
import { type UiMessages, UiMessagesContext } from './ui-messages';

type Props = {
  readonly messages: UiMessages;
  readonly children: ReactNode;
  /** Whatever the device and the person prefer, if left out. */
  readonly colorScheme?: 'light' | 'dark';
};

/** Theme, words, live region and single keys for everything below. */
export function UiProvider({ messages, children, colorScheme }: Props) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      {...(colorScheme ? { forceColorScheme: colorScheme } : {})}
    >
      <UiMessagesContext value={messages}>
        <KeysProvider>
          <LiveRegion>{children}</LiveRegion>
        </KeysProvider>
      </UiMessagesContext>
    </MantineProvider>
  );
}
