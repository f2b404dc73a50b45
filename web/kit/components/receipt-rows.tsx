import { Anchor, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ReceiptRow } from '#modules/receipts/admin-contract.ts';
import { useRights } from '../session.ts';
import { useFormat } from '../use-format.ts';
import { Money, Nothing, PointsAmount } from './amounts.tsx';
import { StoreTime } from './moments.tsx';
import classes from './receipt-rows.module.css';
import { ReceiptStateBadge } from './receipt-state.tsx';

type Props = {
  readonly rows: readonly ReceiptRow[];
  readonly fresh?: ReadonlySet<string>;
  /** The member's own page needs no column with the member. */
  readonly withMember?: boolean;
};

const NONE: ReadonlySet<string> = new Set();

/** A table of receipts; rows that have just come in flash. */
export function ReceiptRows({ rows, fresh = NONE, withMember = true }: Props) {
  const { t } = useTranslation();
  return (
    <Table.ScrollContainer minWidth={820} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table highlightOnHover data-testid="receipt-rows">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('receipts.time')}</Table.Th>
            <Table.Th>{t('receipts.store')}</Table.Th>
            {withMember && <Table.Th>{t('receipts.member')}</Table.Th>}
            <Table.Th data-number>{t('receipts.discount')}</Table.Th>
            <Table.Th data-number>{t('receipts.paid')}</Table.Th>
            <Table.Th data-number>{t('receipts.pointsSpent')}</Table.Th>
            <Table.Th data-number>{t('receipts.pointsEarned')}</Table.Th>
            <Table.Th>{t('receipts.state')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Row
              key={row.receiptId}
              row={row}
              isFresh={fresh.has(row.receiptId)}
              withMember={withMember}
            />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

type RowProps = {
  readonly row: ReceiptRow;
  readonly isFresh: boolean;
  readonly withMember: boolean;
};

function Row({ row, isFresh, withMember }: RowProps) {
  const { words } = useFormat();
  return (
    <Table.Tr className={isFresh ? classes.fresh : undefined} data-receipt={row.receiptId}>
      <Table.Td>
        <Anchor
          fz="sm"
          renderRoot={(props) => (
            <Link
              to="/receipts/$bucket/$receiptId"
              params={{ bucket: String(row.bucket), receiptId: row.receiptId }}
              {...props}
            />
          )}
        >
          <StoreTime local={row.localTime} zone={row.zone} at={row.occurredAt} />
        </Anchor>
      </Table.Td>
      <Table.Td>
        <Text fz="sm" lh={1.3}>
          {words(row.storeTitle)}
        </Text>
        <Text fz="xs" c="dimmed">
          {row.storeCode}
        </Text>
      </Table.Td>
      {withMember && (
        <Table.Td>
          <MemberCell member={row.member} />
        </Table.Td>
      )}
      <Table.Td data-number>
        {row.discountKopecks > 0 ? <Money kopecks={row.discountKopecks} /> : <Nothing />}
      </Table.Td>
      <Table.Td data-number fw={600}>
        <Money kopecks={row.payableKopecks} />
      </Table.Td>
      <Table.Td data-number>
        {row.redeemedPoints > 0 ? <PointsAmount points={-row.redeemedPoints} /> : <Nothing />}
      </Table.Td>
      <Table.Td data-number>
        {row.accruedPoints > 0 ? <PointsAmount points={row.accruedPoints} sign /> : <Nothing />}
      </Table.Td>
      <Table.Td>
        <ReceiptStateBadge state={row.kind} />
      </Table.Td>
    </Table.Tr>
  );
}

function MemberCell({ member }: { readonly member: ReceiptRow['member'] }) {
  const { t } = useTranslation();
  const can = useRights();
  if (member === null) {
    return (
      <Text fz="sm" c="dimmed" className="figure">
        {t('receipts.noCard')}
      </Text>
    );
  }
  const name = member.name ?? member.memberId;
  if (!can('members.read')) return <Text fz="sm">{name}</Text>;
  return (
    <Anchor
      fz="sm"
      renderRoot={(props) => (
        <Link to="/members/$memberId" params={{ memberId: member.memberId }} {...props} />
      )}
    >
      {name}
    </Anchor>
  );
}
