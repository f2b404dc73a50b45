import { Button } from '@mantine/core';
import { IconPlayerPauseFilled, IconPlayerPlayFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './feed-switch.module.css';
import type { FeedState } from './use-feed.ts';

type Props = {
  readonly state: FeedState;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
};

/** Whether the feed is live; pressing it holds the list still or lets it run again. */
export function FeedSwitch({ state, isOn, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <Button
      size="compact-sm"
      variant="default"
      radius="xl"
      data-testid="feed-state"
      data-state={state}
      aria-pressed={isOn}
      title={isOn ? t('feed.pause') : t('feed.resume')}
      leftSection={<span className={classes.lamp} data-state={state} />}
      rightSection={isOn ? <IconPlayerPauseFilled size={12} /> : <IconPlayerPlayFilled size={12} />}
      onClick={() => onChange(!isOn)}
    >
      <span role="status">{t(`feed.${state}`)}</span>
    </Button>
  );
}
