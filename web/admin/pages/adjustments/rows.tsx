import { Anchor, Badge, Button, Table, Text, Tooltip } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Adjustment } from '#modules/ledger/admin-contract.ts';
import { useWithdraw } from '../../../kit/adjustments.ts';
import { ApiError } from '../../../kit/api-client.ts';
import { PointsOf } from '../../../kit/components/amounts.tsx';
import { ConfirmDialog } from '../../../kit/components/confirm-dialog.tsx';
import { Ago } from '../../../kit/components/moments.tsx';
import { notify } from '../../../kit/notify.ts';
import { useRights } from '../../../kit/session.ts';
import { useFormat } from '../../../kit/use-format.ts';

const COLORS: Readonly<Record<Adjustment['state'], string>> = {
  proposed: 'clay',
  approved: 'pine',
  rejected: 'red',
  withdrawn: 'gray',
};

type Props = {
  readonly rows: readonly Adjustment[];
  /** Called with `mbr_…/id`. */
  readonly onReview: (open: string) => void;
};

/** A table of adjustments with what the person at the screen may do about each. */
export function AdjustmentRows({ rows, onReview }: Props) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Adjustment | null>(null);
  const format = useFormat();
  const withdraw = useWithdraw({
    onDone: () => notify({ message: t('adjust.takenBack') }),
  });
  return (
    <>
      <Table.ScrollContainer minWidth={960} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table verticalSpacing="sm" data-testid="adjustment-rows">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('adjustments.when')}</Table.Th>
              <Table.Th>{t('adjustments.member')}</Table.Th>
              <Table.Th data-number>{t('adjustments.change')}</Table.Th>
              <Table.Th>{t('adjustments.reason')}</Table.Th>
              <Table.Th>{t('adjustments.maker')}</Table.Th>
              <Table.Th>{t('adjustments.state')}</Table.Th>
              <Table.Th aria-label={t('adjustments.review')} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Row
                key={`${row.memberId}/${row.adjustmentId}`}
                row={row}
                onReview={() => onReview(`${row.memberId}/${row.adjustmentId}`)}
                onWithdraw={() => setAsked(row)}
              />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <ConfirmDialog
        isOpen={asked !== null}
        title={t('adjustments.askWithdraw')}
        consequence={t('adjustments.withdrawConsequence')}
        action={t('adjustments.withdraw')}
        isDangerous
        onClose={() => setAsked(null)}
        onConfirm={() => {
          setAsked(null);
          if (asked === null) return;
          withdraw.mutate(asked, {
            onError: (error) =>
              notify({
                color: 'red',
                message:
                  error instanceof ApiError
                    ? format.words(error.problem.text)
                    : t('problem.unknown'),
              }),
          });
        }}
      />
    </>
  );
}

type RowProps = {
  readonly row: Adjustment;
  readonly onReview: () => void;
  readonly onWithdraw: () => void;
};

function Row({ row, onReview, onWithdraw }: RowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const person = (who: Adjustment['maker']) => (who.isMe ? t('adjustments.me') : who.name);
  return (
    <Table.Tr data-adjustment={row.adjustmentId} data-state={row.state}>
      <Table.Td className="figure">
        {format.moment(row.madeAt)}
        <Text fz="xs" c="dimmed">
          <Ago at={row.madeAt} />
        </Text>
      </Table.Td>
      <Table.Td>
        <MemberLink row={row} />
      </Table.Td>
      <Table.Td data-number fw={650}>
        <PointsOf
          points={row.direction === 'credit' ? row.points : -row.points}
          currency={row.currency}
          sign
        />
      </Table.Td>
      <Table.Td maw={320}>
        <Text fz="sm">{format.words(row.reason)}</Text>
        <Text fz="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {row.comment}
        </Text>
      </Table.Td>
      <Table.Td fz="sm">{person(row.maker)}</Table.Td>
      <Table.Td>
        <Badge color={COLORS[row.state]} variant="light" tt="none" fw={550}>
          {t(`adjustments.states.${row.state}`)}
        </Badge>
        {row.decidedAt !== null && row.checker !== null && (
          <Text fz="xs" c="dimmed" mt={2}>
            {t('adjustments.decidedBy', {
              name: person(row.checker),
              when: format.moment(row.decidedAt),
            })}
          </Text>
        )}
        {row.decisionComment !== null && (
          <Text fz="xs" maw={240}>
            {row.decisionComment}
          </Text>
        )}
      </Table.Td>
      <Table.Td data-number>
        <Action row={row} onReview={onReview} onWithdraw={onWithdraw} />
      </Table.Td>
    </Table.Tr>
  );
}

function MemberLink({ row }: { readonly row: Adjustment }) {
  const { t } = useTranslation();
  const can = useRights();
  const name = row.memberName ?? t('member.nameless');
  return (
    <>
      {can('members.read') ? (
        <Anchor
          fz="sm"
          renderRoot={(props) => (
            <Link to="/members/$memberId" params={{ memberId: row.memberId }} {...props} />
          )}
        >
          {name}
        </Anchor>
      ) : (
        <Text fz="sm">{name}</Text>
      )}
      <Text fz="xs" c="dimmed" ff="monospace">
        {row.memberId}
      </Text>
    </>
  );
}

/** Why somebody may not decide, where there is a reason worth telling. */
const HINTS = {
  own: 'ownHint',
  'above-limit': 'limitHint',
  'no-right': 'rightHint',
} as const;

function Action({ row, onReview, onWithdraw }: RowProps) {
  const { t } = useTranslation();
  if (row.mayDecide === 'decided') return null;
  if (row.mayWithdraw) {
    return (
      <Button size="xs" variant="default" onClick={onWithdraw}>
        {t('adjustments.withdraw')}
      </Button>
    );
  }
  if (row.mayDecide === 'yes') {
    return (
      <Button size="xs" onClick={onReview}>
        {t('adjustments.review')}
      </Button>
    );
  }
  return (
    <Tooltip label={t(`adjustments.${HINTS[row.mayDecide]}`)}>
      <Button size="xs" variant="default" onClick={onReview}>
        {t('adjustments.review')}
      </Button>
    </Tooltip>
  );
}
