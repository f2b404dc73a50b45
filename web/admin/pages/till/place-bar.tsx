import { Badge, Button, Group, Paper, Select, Text } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../../../kit/components/day-input.tsx';
import { TimeInput } from '../../../kit/components/time-input.tsx';
import { useStoreChoices } from '../../../kit/directory.ts';
import { wallClock } from '../../../kit/format.ts';
import { useFormat } from '../../../kit/use-format.ts';
import type { Place } from './place.ts';
import type { ChosenMoment } from './requests.ts';

const route = getRouteApi('/office/till');

type Props = {
  readonly place: Place | undefined;
  readonly moment: ChosenMoment;
  readonly onMoment: (moment: ChosenMoment) => void;
};

/** Where the till stands and what its clock says. */
export function PlaceBar({ place, moment, onMoment }: Props) {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = useNavigate();
  const stores = useStoreChoices();
  const choose = (part: { store?: string; terminal?: string }) =>
    void navigate({ to: '/till', search: { ...search, ...part }, replace: true });
  return (
    <Paper withBorder px="md" pt={8} pb={12} mb={14}>
      <Group gap="md" align="flex-end">
        <Select
          label={t('receipts.store')}
          data={stores}
          value={place?.store.code ?? null}
          onChange={(store) => store !== null && choose({ store, terminal: undefined })}
          searchable
          allowDeselect={false}
          w={340}
          maxDropdownHeight={380}
          nothingFoundMessage={t('search.nothing')}
        />
        <Select
          label={t('till.terminal')}
          data={(place?.store.terminals ?? []).map((each) => ({
            value: each.code,
            label: each.isBlocked ? t('till.blocked', { code: each.code }) : each.code,
            disabled: each.isBlocked,
          }))}
          value={place?.terminalCode ?? null}
          onChange={(terminal) => terminal !== null && choose({ terminal })}
          allowDeselect={false}
          w={140}
        />
        {place !== undefined && (
          <StoreClock zone={place.store.zone} moment={moment} onMoment={onMoment} />
        )}
      </Group>
    </Paper>
  );
}

type ClockProps = {
  readonly zone: string;
  readonly moment: ChosenMoment;
  readonly onMoment: (moment: ChosenMoment) => void;
};

function StoreClock({ zone, moment, onMoment }: ClockProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useWallClock(zone);
  const date = moment?.date ?? now.slice(0, 10);
  const time = moment?.time ?? now.slice(11, 16);
  return (
    <>
      <DayInput
        label={t('till.date')}
        value={date}
        onChange={(day) => day !== '' && onMoment({ date: day, time })}
      />
      <TimeInput
        label={t('till.time')}
        value={time}
        onChange={(chosen) => onMoment({ date, time: chosen })}
      />
      <Group gap={8} h={36}>
        <Badge variant="light" color="clay" size="lg" tt="none" title={zone}>
          {format.zone(zone)}
        </Badge>
        {moment === null ? (
          <Text fz="sm" c="dimmed">
            {t('till.isNow')}
          </Text>
        ) : (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconClock size={15} />}
            onClick={() => onMoment(null)}
          >
            {t('till.now')}
          </Button>
        )}
      </Group>
    </>
  );
}

/** The wall clock of `zone`, ticking. */
function useWallClock(zone: string): string {
  const [now, setNow] = useState(() => new Date().toISOString());
  useEffect(() => {
    const ticking = setInterval(() => setNow(new Date().toISOString()), 5_000);
    return () => clearInterval(ticking);
  }, []);
  return wallClock(now, zone);
}
