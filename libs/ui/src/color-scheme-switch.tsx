import { Radio, Stack, useMantineColorScheme } from '@mantine/core';
import { useUiMessages } from './ui-messages';

const SCHEMES = ['auto', 'light', 'dark'] as const;

/** Light, dark, or as the device says. */
export function ColorSchemeSwitch() {
  const words = useUiMessages().colorScheme;
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Stack gap="sm" role="radiogroup" aria-label={words.label}>
      {SCHEMES.map((scheme) => (
        <Radio
          key={scheme}
          name="color-scheme"
          size="sm"
          label={words[scheme]}
          checked={colorScheme === scheme}
          onChange={() => setColorScheme(scheme)}
        />
      ))}
    </Stack>
  );
}
