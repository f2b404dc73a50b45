import { Button, Group, Popover, Stack, Text } from '@mantine/core';
import { IconFileTypeCsv, IconFileTypePdf, IconReportMoney } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveFile } from '../../../kit/api-client.ts';
import { DayInput } from '../../../kit/components/day-input.tsx';
import { ProblemAlert } from '../../../kit/components/problem-alert.tsx';
import { useFormat } from '../../../kit/use-format.ts';
import { firstOfMonth, today } from './statement-days.ts';

const ICONS = { csv: IconFileTypeCsv, pdf: IconFileTypePdf } as const;

/** Takes the statement of a period away, as a table or as pages. */
export function StatementMenu({ memberId }: { readonly memberId: string }) {
  const { t } = useTranslation();
  return (
    <Popover position="bottom-end" withArrow shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button variant="light" leftSection={<IconReportMoney size={17} />}>
          {t('account.statement')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('statement.title')} data-testid="statement">
        <Period memberId={memberId} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Period({ memberId }: { readonly memberId: string }) {
  const { t } = useTranslation();
  const { locale: language } = useFormat();
  const [from, setFrom] = useState(() => firstOfMonth(today()));
  const [to, setTo] = useState(today);
  const [isTold, setTold] = useState(false);
  const isWrong = from === '' || to === '' || from > to;
  const save = useMutation({
    mutationFn: (format: keyof typeof ICONS) => {
      const { timeZone: zone } = Intl.DateTimeFormat().resolvedOptions();
      return saveFile(`/members/${memberId}/statement`, { from, to, zone, format, language });
    },
  });
  const take = (format: keyof typeof ICONS) => {
    setTold(isWrong);
    if (!isWrong) save.mutate(format);
  };
  return (
    <Stack gap="sm" w={330}>
      <Text fz="xs" c="dimmed">
        {t('statement.hint')}
      </Text>
      <Group gap="sm" wrap="nowrap">
        <DayInput label={t('statement.from')} value={from} onChange={setFrom} w={158} />
        <DayInput label={t('statement.to')} value={to} onChange={setTo} w={158} />
      </Group>
      {isTold && isWrong && (
        <Text fz="sm" c="var(--kopilka-loss)" role="alert">
          {t('statement.wrongOrder')}
        </Text>
      )}
      {save.isError && <ProblemAlert error={save.error} />}
      <Group gap="xs" grow>
        {(['csv', 'pdf'] as const).map((format) => {
          const Sign = ICONS[format];
          return (
            <Button
              key={format}
              variant="default"
              leftSection={<Sign size={18} />}
              loading={save.isPending && save.variables === format}
              disabled={save.isPending && save.variables !== format}
              onClick={() => take(format)}
            >
              {t(`statement.${format}`)}
            </Button>
          );
        })}
      </Group>
    </Stack>
  );
}
