import { MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { KeysProvider } from './keys';
import { LiveRegion } from './live-region';
import './styles.css';
import { cssVariablesResolver, theme } from './theme';
import { type UiMessages, UiMessagesContext } from './ui-messages';

type Props = { readonly messages: UiMessages; readonly children: ReactNode };

/** Provides theme, texts, live region and single-key shortcuts. */
export function UiProvider({ messages, children }: Props) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto">
      <UiMessagesContext value={messages}>
        <KeysProvider>
          <LiveRegion>{children}</LiveRegion>
        </KeysProvider>
      </UiMessagesContext>
    </MantineProvider>
  );
}
