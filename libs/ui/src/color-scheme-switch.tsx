import { SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { useUiMessages } from './ui-messages';

const isScheme = (value: string): value is 'auto' | 'light' | 'dark' => ['auto', 'light', 'dark'].includes(value);

/** Light, dark, or as the device says. */
export function ColorSchemeSwitch() {
  const words = useUiMessages().colorScheme;
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <SegmentedControl
      size="xs"
      fullWidth
      aria-label={words.label}
      value={colorScheme}
      onChange={(value) => {
        if (isScheme(value)) setColorScheme(value);
      }}
      data={[
        { value: 'auto', label: words.auto },
        { value: 'light', label: words.light },
        { value: 'dark', label: words.dark },
      ]}
    />
  );
}
