import { ColorSchemeSwitch } from '@holdout/ui';
import { Group, Radio, Switch, Text } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { useCandidateMessages } from '../../messages/candidate-messages';
import { PageSection } from '../../platform/page-section';
import { TEXT_SIZES, useTextSize } from './text-size';

/** How the attempt looks in this browser; each can be changed during it, too. */
export function Appearance() {
  const words = useCandidateMessages().checkIn.appearance;
  const [size, setSize] = useTextSize();
  const [isHidden, setIsHidden] = useLocalStorage({ key: 'holdout.clock-hidden', defaultValue: false });
  return (
    <PageSection title={words.title}>
      <Radio.Group label={words.textSize} description={words.sample} value={String(size)}>
        <Group gap="md" mt="sm">
          {TEXT_SIZES.map((each) => (
            <Radio key={each} value={String(each)} label={words.percent(each)} onChange={() => setSize(each)} />
          ))}
        </Group>
      </Radio.Group>
      <div>
        <Text size="sm" fw={600} aria-hidden="true">
          {words.theme}
        </Text>
        <ColorSchemeSwitch />
      </div>
      <Switch
        label={words.clock}
        description={words.clockIs}
        checked={!isHidden}
        onChange={(event) => setIsHidden(!event.currentTarget.checked)}
      />
    </PageSection>
  );
}
