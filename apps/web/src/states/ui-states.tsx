import * as ui from '@holdout/ui';
import { Anchor, Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { State, States } from './state';

/** The names of components begin with a capital; everything is in the provider already. */
type Component = Exclude<
  { [K in keyof typeof ui]: Capitalize<K> extends K ? K : never }[keyof typeof ui],
  'UiProvider'
>;

const state = (name: string, show: State['show']): State => ({ name, show });
const nothing = (): void => undefined;

const KINDS: Readonly<Record<ui.StatusKind, true>> = {
  right: true,
  partly: true,
  wrong: true,
  attention: true,
  waiting: true,
  notGraded: true,
};
const statuses = (Object.keys(KINDS) as ui.StatusKind[]).map((kind) => state(kind, () => <ui.Status kind={kind} />));

const band = { estimate: 71.4, innerLow: 68, innerHigh: 75, low: 61.6, high: 80 };

function Help() {
  const [isOpen, setOpen] = useState(false);
  const sections = [{ title: 'Everywhere', lines: [{ keys: ['?'], does: 'Opens this help' }] }];
  return (
    <>
      <Button onClick={() => setOpen(true)}>Open</Button>
      <ui.HelpDialog isOpen={isOpen} onClose={() => setOpen(false)} sections={sections} />
    </>
  );
}

/** Not opened by itself: it takes the focus when it appears. */
function Errors({ labels }: { readonly labels: readonly string[] }) {
  const [errors, setErrors] = useState<readonly ui.FieldError[]>([]);
  const found = labels.map((label) => ({ fieldId: `states-${label}`, label, words: 'is missing' }));
  return (
    <>
      <ui.FormErrors errors={errors} />
      {found.map(({ fieldId, label }) => (
        <TextInput key={fieldId} id={fieldId} label={label} error={errors.length > 0 ? 'is missing' : null} />
      ))}
      <Button mt="sm" onClick={() => setErrors(found)}>
        Send
      </Button>
    </>
  );
}

function Fails(): never {
  throw new Error('This state shows a failure.');
}

const never = new Promise<never>(nothing);
function Waits(): never {
  // React takes a thrown promise as waiting.
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- see above
  throw never;
}

const TEXT = `Text with \`code\`, *emphasis* and a [link](https://example.org).

- one
- two

| column | other |
| --- | --- |
| 1 | 2 |

\`\`\`
a block of code
\`\`\``;

const formula = `\uE000<math><msup><mi>x</mi><mn>2</mn></msup></math>`;

/** A component that `libs/ui` exports and that is missing here is an error of types. */
export const UI_STATES: Readonly<Record<Component, States>> = {
  ActButton: [
    state('ready', () => <ui.ActButton isRunning={false}>Submit</ui.ActButton>),
    state('running', () => <ui.ActButton isRunning>Submit</ui.ActButton>),
  ],
  ActError: [
    state('after a failure', () => <ui.ActError>Not saved. Try again in a moment.</ui.ActError>),
    state('none', () => <ui.ActError>{null}</ui.ActError>),
  ],
  Band: [
    state('with its numbers', () => <ui.Band label="Metrics" values={band} />),
    state('with lines and marks', () => (
      <ui.Band
        label="Metrics"
        values={band}
        lines={[
          { at: 2, label: 'baseline' },
          { at: 65, label: 'pass 0.65' },
          { at: 95, label: 'stretch 0.95' },
        ]}
        marks={[
          { at: 40, look: 'hollow' },
          { at: 85, look: 'filled' },
        ]}
      />
    )),
    state('the drawing alone', () => <ui.Band label="Metrics" values={band} isWordless />),
    state('beyond the axis', () => (
      <ui.Band label="Metrics" values={{ estimate: 99, innerLow: 97, innerHigh: 103, low: -4, high: 120 }} />
    )),
  ],
  ColorSchemeSwitch: [state('in the account menu', () => <ui.ColorSchemeSwitch />)],
  DelayedSkeleton: [
    state('waiting; words come after 3 s', () => (
      <ui.DelayedSkeleton>
        <ui.SkeletonLines count={3} />
      </ui.DelayedSkeleton>
    )),
  ],
  EmptyState: [
    state('title alone', () => <ui.EmptyState title="No questions fit" />),
    state('with detail and an act', () => (
      <ui.EmptyState
        title="Your progress"
        detail="It appears after the first answer."
        action={<Button>Start</Button>}
      />
    )),
  ],
  FormErrors: [
    state('two wrong fields (press Send)', () => <Errors labels={['Name', 'E-mail']} />),
    state('one wrong field (press Send)', () => <Errors labels={['Password']} />),
  ],
  Flyout: [
    state('closed until its button is pressed', () => (
      <ui.Flyout label="Menu" face="Menu">
        <Anchor href="#Flyout">An entry</Anchor>
      </ui.Flyout>
    )),
  ],
  HelpDialog: [state('opened by a button', () => <Help />)],
  Markdown: [
    state('text', () => <ui.Markdown>{TEXT}</ui.Markdown>),
    state('meta', () => <ui.Markdown size="meta">{TEXT}</ui.Markdown>),
    state('a formula', () => <ui.Markdown>{`The loss is \`${formula}\`.`}</ui.Markdown>),
  ],
  OutsideLink: [state('in a new tab', () => <ui.OutsideLink href="https://example.org">A source</ui.OutsideLink>)],
  Pane: [
    state('with its content', () => (
      <ui.Pane>
        <p>Content</p>
      </ui.Pane>
    )),
    state('waiting', () => (
      <ui.Pane skeleton={<ui.SkeletonLines count={2} />}>
        <Waits />
      </ui.Pane>
    )),
    state('failed', () => (
      <ui.Pane>
        <Fails />
      </ui.Pane>
    )),
  ],
  PaneError: [
    state('as usual', () => <ui.PaneError onRetry={nothing} />),
    state('with words of its own and an error id', () => (
      <ui.PaneError onRetry={nothing} title="No such question" detail="It was withdrawn." errorId="01J9" />
    )),
  ],
  SkeletonLines: [
    state('text', () => <ui.SkeletonLines count={3} />),
    state('rows', () => <ui.SkeletonLines count={2} height="row" />),
  ],
  UndoToast: [
    state('after a change', () => <ui.UndoToast words="Anna is now manager." onUndo={nothing} onClose={nothing} />),
  ],
  Status: [state('with a word of its own', () => <ui.Status kind="right" label="Passed" />), ...statuses],
};
