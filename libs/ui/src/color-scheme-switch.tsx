import { useMantineColorScheme } from '@mantine/core';
import styles from './color-scheme-switch.module.css';
import { useUiMessages } from './ui-messages';

const SCHEMES = ['auto', 'light', 'dark'] as const;

/** Light, dark, or the system setting. Plain radios, because this is in every page's first load. */
export function ColorSchemeSwitch() {
  const words = useUiMessages().colorScheme;
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <div role="radiogroup" aria-label={words.label}>
      {SCHEMES.map((scheme) => (
        <label key={scheme} className={styles['choice']}>
          <input
            type="radio"
            name="color-scheme"
            className={styles['radio']}
            checked={colorScheme === scheme}
            onChange={() => setColorScheme(scheme)}
          />
          <span>{words[scheme]}</span>
        </label>
      ))}
    </div>
  );
}
