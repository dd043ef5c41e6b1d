import { Tabs } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import styles from './builder.module.css';
import type { PaneName } from './builder-context';

type Props = Readonly<Record<PaneName, ReactNode>> & {
  readonly pane: PaneName;
  readonly onPane: (pane: PaneName) => void;
};

const isPane = (name: string | null): name is PaneName => name === 'search' || name === 'draft' || name === 'check';

/** Whether the window matches, from the first render on. */
const useMatch = (query: string): boolean => useMediaQuery(query, false, { getInitialValueInEffect: false });

function PaneTabs({ names, ...props }: Props & { readonly names: readonly PaneName[] }) {
  const words = useAssessmentMessages().builder.panes;
  return (
    <Tabs value={props.pane} onChange={(name) => isPane(name) && props.onPane(name)}>
      <Tabs.List aria-label={words.label} grow>
        {names.map((name) => (
          <Tabs.Tab key={name} value={name}>
            {words[name]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {names.map((name) => (
        <Tabs.Panel key={name} value={name} pt="md">
          {props[name]}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}

function Region({ name, children }: { readonly name: PaneName; readonly children: ReactNode }) {
  const words = useAssessmentMessages().builder.panes;
  return (
    <section aria-label={words[name]} className={styles[name === 'draft' ? 'middle' : 'side']}>
      {children}
    </section>
  );
}

/** Search, draft and check: beside each other, two of them behind tabs, or all three behind tabs, as the width allows. */
export function BuilderPanes(props: Props) {
  const isNarrow = useMatch('(max-width: 48em)');
  const isMedium = useMatch('(max-width: 80em)');
  if (isNarrow) return <PaneTabs {...props} names={['search', 'draft', 'check']} />;
  if (isMedium) {
    const side = props.pane === 'draft' ? 'check' : props.pane;
    return (
      <div className={styles['two']}>
        <Region name="draft">{props.draft}</Region>
        <div className={styles['side']}>
          <PaneTabs {...props} pane={side} names={['search', 'check']} />
        </div>
      </div>
    );
  }
  return (
    <div className={styles['three']}>
      <Region name="search">{props.search}</Region>
      <Region name="draft">{props.draft}</Region>
      <Region name="check">{props.check}</Region>
    </div>
  );
}
