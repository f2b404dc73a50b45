import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Currency, Entry } from '#modules/ledger/admin-contract.ts';
import { useFormat } from '../../../kit/use-format.ts';
import { useLotBasis } from './use-lot-basis.ts';
import { useMemberSearch } from './use-member-search.ts';

type Props = { readonly entry: Entry; readonly currency: Currency };

/** The lots that a movement drew from or filled; each opens its life. */
export function EntryLots({ entry, currency }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const basis = useLotBasis();
  const { change } = useMemberSearch();
  const [first] = entry.lots;
  if (first === undefined) return null;
  // The reason of a credit by hand is what its lot is called by, too: once is enough.
  const isTold = entry.reason !== null && first.points > 0;
  return (
    <Text fz="xs" c="dimmed" component="div">
      {!isTold && `${t(first.points < 0 ? 'entry.ofLots' : 'entry.intoLots')}: `}
      {entry.lots.map((lot, place) => (
        <span key={lot.lotId}>
          {place > 0 && ', '}
          <Anchor
            component="button"
            type="button"
            fz="xs"
            ta="start"
            onClick={() => change({ lot: lot.lotId })}
          >
            {isTold ? t('entry.theLot') : basis(lot.promotionCode)}
          </Anchor>
          {entry.lots.length > 1 && ` (${format.pointsOf(Math.abs(lot.points), currency)})`}
        </span>
      ))}
    </Text>
  );
}
