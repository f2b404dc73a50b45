import { Anchor, Badge, Text } from '@mantine/core';
import { IconCoins } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Lot, MemberDetail } from '#modules/members/admin-contract.ts';
import type { ReceiptRow } from '#modules/receipts/admin-contract.ts';
import { EmptyState } from '../../../kit/components/empty-state.tsx';
import { usePromotionTitle } from '../../../kit/promotions.ts';
import { useFormat } from '../../../kit/use-format.ts';
import { memberReceiptsQuery } from './api.ts';
import classes from './lots.module.css';

const COLORS: Readonly<Record<Lot['state'], string>> = {
  active: 'pine',
  pending: 'yellow',
  expired: 'red',
};

/** The member's lots as bars: where earned, since when active, when they burn, how much is left. */
export function Lots({ member }: { readonly member: MemberDetail }) {
  const { t } = useTranslation();
  const receipts = useInfiniteQuery(memberReceiptsQuery(member.memberId));
  const earnedIn = new Map(
    receipts.data?.pages.flatMap((page) => page.receipts).map((row) => [row.receiptId, row]) ?? [],
  );
  if (member.lots.length === 0) {
    return <EmptyState icon={IconCoins} title={t('lot.none')} hint={t('lot.noneHint')} />;
  }
  return (
    <div className={classes.lots}>
      <ul className={classes.list}>
        {member.lots.map((lot) => (
          <LotBar
            key={lot.lotId}
            lot={lot}
            divisibility={divisibilityOf(member, lot)}
            receipt={earnedIn.get(lot.receiptId)}
          />
        ))}
      </ul>
    </div>
  );
}

function divisibilityOf(member: MemberDetail, lot: Lot): number {
  const account = member.accounts.find((each) => each.currencyCode === lot.currencyCode);
  return account?.divisibility ?? 0;
}

type BarProps = {
  readonly lot: Lot;
  readonly divisibility: number;
  readonly receipt: ReceiptRow | undefined;
};

function LotBar({ lot, divisibility, receipt }: BarProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const promotionTitle = usePromotionTitle();
  const share = (lot.remainingPoints / lot.amountPoints) * 100;
  const place =
    receipt === undefined
      ? t('lot.receipt')
      : `${format.words(receipt.storeTitle)}, ${format.local(receipt.localTime)}`;
  return (
    <li className={classes.lot} data-state={lot.state}>
      <div className={classes.amounts}>
        <span className={classes.remaining}>
          {format.points(lot.remainingPoints, { divisibility })}
        </span>
        <Text span fz="xs" c="dimmed">
          {t('lot.of', { points: format.points(lot.amountPoints, { divisibility }) })}
        </Text>
      </div>
      <div className={classes.middle}>
        <div className={classes.track} aria-hidden="true">
          <div className={classes.rest} style={{ width: `${share}%` }} />
        </div>
        <Text fz="xs" c="dimmed" component="div">
          <Anchor
            fz="xs"
            renderRoot={(props) => (
              <Link
                to="/receipts/$bucket/$receiptId"
                params={{ bucket: String(lot.bucket), receiptId: lot.receiptId }}
                {...props}
              />
            )}
          >
            {place}
          </Anchor>
          {' · '}
          {promotionTitle(lot.promotionCode)}
        </Text>
      </div>
      <Text fz="sm" component="div" className={classes.dates}>
        {lot.expiresAt === null
          ? t('lot.forever')
          : t('lot.burnsOn', { day: format.dayOf(lot.expiresAt) })}
        <Text fz="xs" c="dimmed">
          {t('lot.activeSince', { day: format.dayOf(lot.activeFrom) })}
        </Text>
      </Text>
      <Badge color={COLORS[lot.state]} variant="light" tt="none" fw={550}>
        {t(`lot.state.${lot.state}`)}
      </Badge>
    </li>
  );
}
