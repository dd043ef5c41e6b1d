import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type KeyboardEvent, type SyntheticEvent, useEffect, useRef, useState } from 'react';
import { useCalculatorMessages } from '../../../messages/calculator-messages';
import styles from './calculator.module.css';
import { evaluate, type Evaluated, shown } from './evaluate';

const KEYS = ['7', '8', '9', '/', '(', '4', '5', '6', '*', ')', '1', '2', '3', '-', '^', '0', '.', 'e', '+', '√'];
const FUNCTIONS = ['ln(', 'log(', 'log2(', 'exp(', 'π'];
const KEPT = 5;

type Line = { readonly text: string; readonly value: string };

/** The expression with the cursor, and the results so far, newest first. */
function useCalculation() {
  const words = useCalculatorMessages();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [lines, setLines] = useState<readonly Line[]>([]);
  const [problem, setProblem] = useState<Exclude<Evaluated, { kind: 'value' }> | null>(null);
  const change = (next: string) => {
    setText(next);
    setProblem(null);
  };
  const type = (added: string) => {
    const [from, to] = [field.current?.selectionStart ?? text.length, field.current?.selectionEnd ?? text.length];
    change(text.slice(0, from) + added + text.slice(to));
    const place = from + added.length;
    field.current?.focus();
    requestAnimationFrame(() => field.current?.setSelectionRange(place, place));
  };
  const calculate = () => {
    const result = evaluate(text);
    if (result.kind === 'value') {
      setLines([{ text, value: shown(result.value) }, ...lines].slice(0, KEPT));
      change('');
    } else setProblem(result);
  };
  const error = problem === null ? null : words.problem[problem.kind](problem.kind === 'unread' ? problem.at + 1 : 0);
  return { field, text, change, type, calculate, error, lines };
}

function Keypad({ onType, onClear }: { readonly onType: (text: string) => void; readonly onClear: () => void }) {
  const words = useCalculatorMessages();
  const named: Readonly<Record<string, string>> = words.keys;
  const key = (text: string) => (
    <Button
      key={text}
      variant="default"
      size="compact-sm"
      className={styles['key'] ?? ''}
      aria-label={named[text] ?? text}
      onClick={() => onType(text)}
    >
      {text.replace('(', '') === '' ? text : text.replace(/\($/, '')}
    </Button>
  );
  return (
    <div role="group" aria-label={words.keypad} className={styles['keys']}>
      {KEYS.map(key)}
      {FUNCTIONS.map(key)}
      <Button variant="subtle" color="gray" size="compact-sm" className={styles['clear'] ?? ''} onClick={onClear}>
        {words.clear}
      </Button>
    </div>
  );
}

/** A calculator beside the question: an expression is typed, Enter shows its value. Esc closes it. */
export function Calculator({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const words = useCalculatorMessages();
  const { field, text, change, type, calculate, error, lines } = useCalculation();
  // Focus is outside React: whoever opens the calculator wants to type into it.
  useEffect(() => field.current?.focus(), [field]);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    calculate();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
  };
  return (
    <section id={id} aria-label={words.title} className={styles['panel']} onKeyDown={onKeyDown}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <TextInput
            ref={field}
            label={words.expression}
            description={words.hint}
            value={text}
            onChange={(event) => change(event.currentTarget.value)}
            autoComplete="off"
            spellCheck={false}
            error={error}
            classNames={{ input: styles['mono'] ?? '' }}
          />
          <Keypad onType={type} onClear={() => change('')} />
          <Group gap="sm">
            <Button type="submit" size="compact-sm" variant="default">
              {words.equals}
            </Button>
            <Button variant="subtle" color="gray" size="compact-sm" onClick={onClose}>
              {words.close}
            </Button>
          </Group>
        </Stack>
      </form>
      <div role="status" className={styles['mono']}>
        {lines[0] === undefined ? null : <Text>{words.result(lines[0].text, lines[0].value)}</Text>}
      </div>
      {lines.length < 2 ? null : (
        <ul aria-label={words.earlier} className={styles['lines']}>
          {lines.slice(1).map((line, index) => (
            <li key={lines.length - index}>{words.result(line.text, line.value)}</li>
          ))}
        </ul>
      )}
      {lines[0] === undefined ? null : (
        <Group>
          <Button variant="subtle" color="gray" size="compact-sm" onClick={() => type(lines[0]?.value ?? '')}>
            {words.use}
          </Button>
        </Group>
      )}
    </section>
  );
}
