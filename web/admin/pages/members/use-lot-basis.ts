import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { adjustmentRulesQuery } from '../../../kit/adjustments.ts';
import { usePromotionTitle } from '../../../kit/promotions.ts';
import { wordParam } from '../../../kit/search-params.ts';
import { useRights } from '../../../kit/session.ts';
import { useFormat } from '../../../kit/use-format.ts';

/** Codes of the ledger itself, where neither a promotion nor a person gave the points. */
const OTHERS = ['purchase', 'exchange', 'reactivation', 'give-back'] as const;

/** What points were given for: a promotion by its code, or a reason where they were given by hand. */
export function useLotBasis(): (code: string) => string {
  const { t } = useTranslation();
  const { words } = useFormat();
  const can = useRights();
  const promotionTitle = usePromotionTitle();
  const { data } = useQuery({ ...adjustmentRulesQuery, enabled: can('points.adjust.read') });
  return (code) => {
    const reason = data?.reasons.find((each) => each.code === code);
    if (reason !== undefined) return words(reason.title);
    const other = wordParam(code, OTHERS);
    return other === undefined ? promotionTitle(code) : t(`lot.basis.${other}`);
  };
}
