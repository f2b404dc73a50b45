import { Badge, Switch, Table, Text, Textarea, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PromotionRow } from '#modules/promotions/admin-contract.ts';
import { ApiError } from '../../../kit/api-client.ts';
import { ConfirmDialog } from '../../../kit/components/confirm-dialog.tsx';
import { Ago } from '../../../kit/components/moments.tsx';
import { useRights } from '../../../kit/session.ts';
import { useFormat } from '../../../kit/use-format.ts';
import { useSwitchPromotion } from './api.ts';

/** The table of promotions and the question that each switch asks before it acts. */
export function PromotionRows({ rows }: { readonly rows: readonly PromotionRow[] }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<PromotionRow | null>(null);
  const switchPromotion = useSwitch();
  return (
    <>
      <Table.ScrollContainer minWidth={860} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('promotions.state')}</Table.Th>
              <Table.Th>{t('promotions.promotion')}</Table.Th>
              <Table.Th>{t('promotions.phase')}</Table.Th>
              <Table.Th>{t('promotions.stacking')}</Table.Th>
              <Table.Th>{t('promotions.changed')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Row key={row.code} row={row} onSwitch={setAsked} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {asked !== null && (
        <SwitchDialog
          promotion={asked}
          onClose={() => setAsked(null)}
          onChosen={(chosen) => {
            setAsked(null);
            switchPromotion(chosen);
          }}
        />
      )}
    </>
  );
}

type RowProps = { readonly row: PromotionRow; readonly onSwitch: (row: PromotionRow) => void };

function Row({ row, onSwitch }: RowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const can = useRights();
  const title = format.words(row.title);
  return (
    <Table.Tr data-promotion={row.code}>
      <Table.Td>
        <Tooltip label={t('promotions.mayNot')} disabled={can('promotions.switch')}>
          <Switch
            checked={row.isOn}
            disabled={!can('promotions.switch')}
            onChange={() => onSwitch(row)}
            aria-label={t('promotions.switchOf', { title })}
          />
        </Tooltip>
      </Table.Td>
      <Table.Td maw={520}>
        <Text fw={600} fz="sm" c={row.isOn ? undefined : 'dimmed'}>
          {title}
        </Text>
        <Text fz="sm" c="dimmed">
          {format.words(row.sentence)}
        </Text>
        <Text fz="xs" c="dimmed" ff="monospace" mt={2}>
          {row.code}
        </Text>
      </Table.Td>
      <Table.Td>
        <Badge variant="light" tt="none" fw={550} color={row.phase === 'accrual' ? 'pine' : 'clay'}>
          {format.code('phase', row.phase)}
        </Badge>
      </Table.Td>
      <Table.Td fz="sm">{format.code('stacking', row.stacking)}</Table.Td>
      <Table.Td fz="sm" className="figure">
        {row.changedAt === null ? (
          <Text span c="dimmed" inherit>
            {t('promotions.neverChanged')}
          </Text>
        ) : (
          <>
            <Ago at={row.changedAt} />
            <Text fz="xs" c="dimmed">
              {row.changedBy}
            </Text>
          </>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

type Chosen = { readonly promotion: PromotionRow; readonly reason: string };

/** Switches what was chosen and tells how it went. */
function useSwitch(): (chosen: Chosen) => void {
  const { t } = useTranslation();
  const format = useFormat();
  const switching = useSwitchPromotion({
    onSwitched: ({ promotion, isOn }) => {
      const title = format.words(promotion.title);
      notifications.show({
        message: t(isOn ? 'promotions.isNowOn' : 'promotions.isNowOff', { title }),
      });
    },
    onRefused: ({ promotion }, error) =>
      notifications.show({
        color: 'red',
        title: t('promotions.notSwitched', { title: format.words(promotion.title) }),
        message:
          error instanceof ApiError ? format.words(error.problem.text) : t('problem.unknown'),
      }),
  });
  return ({ promotion, reason }) => switching.mutate({ promotion, isOn: !promotion.isOn, reason });
}

type DialogProps = {
  readonly promotion: PromotionRow;
  readonly onClose: () => void;
  readonly onChosen: (chosen: Chosen) => void;
};

function SwitchDialog({ promotion, onClose, onChosen }: DialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [reason, setReason] = useState('');
  const isOn = !promotion.isOn;
  return (
    <ConfirmDialog
      isOpen
      title={t(isOn ? 'promotions.askOn' : 'promotions.askOff')}
      action={t(isOn ? 'promotions.switchOn' : 'promotions.switchOff')}
      isDangerous={!isOn}
      onConfirm={() => onChosen({ promotion, reason: reason.trim() })}
      onClose={onClose}
      consequence={
        <>
          <Text fw={600} mb="xs">
            «{format.words(promotion.title)}»
          </Text>
          <Text fz="sm">{t(isOn ? 'promotions.consequenceOn' : 'promotions.consequenceOff')}</Text>
          <Textarea
            mt="md"
            label={t('promotions.reason')}
            placeholder={t('promotions.reasonHint')}
            value={reason}
            maxLength={300}
            autosize
            minRows={2}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </>
      }
    />
  );
}
