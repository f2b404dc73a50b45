import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Currency, Entry, Movement } from '#modules/ledger/admin-contract.ts';
import { useCurrency } from '../../../kit/currencies.ts';
import { usePartnerTitle } from '../../../kit/directory.ts';
import { useReceiptPlace } from '../../../kit/receipt-place.ts';
import { useRights } from '../../../kit/session.ts';
import { useFormat } from '../../../kit/use-format.ts';

type Told = Pick<
  Entry | Movement,
  'kind' | 'receiptId' | 'bucket' | 'partnerCode' | 'counterpartId' | 'reason' | 'memo'
>;

type Props = { readonly entry: Told; readonly currency: Currency };

/** What a movement was made for: its receipt and store, the reason, the other member, the rate. */
export function EntryBasis({ entry, currency }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const partnerTitle = usePartnerTitle();
  const exchange = useExchange(entry);
  const parts: ReactNode[] = [];
  if (entry.receiptId !== null) {
    parts.push(<ReceiptLink key="receipt" bucket={entry.bucket} receiptId={entry.receiptId} />);
  }
  if (entry.reason !== null) parts.push(format.words(entry.reason));
  if (entry.counterpartId !== null) {
    parts.push(<MemberLink key="member" entry={entry} memberId={entry.counterpartId} />);
  }
  if (entry.kind === 'purchase' && entry.memo !== null) {
    parts.push(t('entry.paid', { money: format.money(Number(entry.memo)) }));
  }
  if (entry.kind === 'suspension') {
    parts.push(t(entry.memo === 'resumed' ? 'entry.resumed' : 'entry.suspended'));
  }
  if (exchange !== undefined) parts.push(exchange);
  if (entry.receiptId === null && entry.partnerCode !== '' && currency.partnerCode === null) {
    parts.push(partnerTitle(entry.partnerCode));
  }
  return parts.map((part, place) => (
    <span key={place === 0 ? 'first' : `part-${place}`}>
      {place > 0 && ' · '}
      {part}
    </span>
  ));
}

function ReceiptLink({
  bucket,
  receiptId,
}: {
  readonly bucket: number;
  readonly receiptId: string;
}) {
  const { t } = useTranslation();
  const place = useReceiptPlace(bucket, receiptId);
  return (
    <Anchor
      fz="inherit"
      renderRoot={(props) => (
        <Link
          to="/receipts/$bucket/$receiptId"
          params={{ bucket: String(bucket), receiptId }}
          {...props}
        />
      )}
    >
      {place ?? t('entry.receipt')}
    </Anchor>
  );
}

function MemberLink({ entry, memberId }: { readonly entry: Told; readonly memberId: string }) {
  const { t } = useTranslation();
  const can = useRights();
  const words = t(entry.kind === 'transfer-in' ? 'entry.fromMember' : 'entry.toMember', {
    id: memberId,
  });
  if (!can('members.read')) return <span>{words}</span>;
  return (
    <Anchor
      fz="inherit"
      renderRoot={(props) => <Link to="/members/$memberId" params={{ memberId }} {...props} />}
    >
      {words}
    </Anchor>
  );
}

const EXCHANGE = /^([a-z0-9-]+):(\d+)>([a-z0-9-]+):(\d+)$/;

/** An exchange keeps both sides in its memo: `bonus:100>stars:10`. */
function useExchange({ kind, memo }: Told): string | undefined {
  const { t } = useTranslation();
  const format = useFormat();
  const currency = useCurrency();
  if (kind !== 'exchange-out' && kind !== 'exchange-in') return undefined;
  const match = EXCHANGE.exec(memo ?? '');
  if (match === null) return undefined;
  const [, fromCode = '', from, toCode = '', to] = match;
  return t('entry.exchanged', {
    from: format.pointsOf(Number(from), currency(fromCode)),
    to: format.pointsOf(Number(to), currency(toCode)),
  });
}
