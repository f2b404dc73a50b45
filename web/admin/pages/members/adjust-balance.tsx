import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { BalanceFigures } from '../../../kit/components/balance-figures.tsx';
import { type AdjustDraft, draftPoints, type Limits } from './adjust-draft.ts';
import { accountsQuery } from './api.ts';

type Props = { readonly memberId: string; readonly draft: AdjustDraft; readonly rules: Limits };

/** The balance as it is, and as it would be once the change is approved. */
export function AdjustBalance({ memberId, draft, rules }: Props) {
  const { t } = useTranslation();
  const { data } = useQuery(accountsQuery(memberId));
  const limit = rules.limits.find((each) => each.currency.code === draft.currencyCode);
  if (data === undefined || limit === undefined) return null;
  const account = data.accounts.find((each) => each.currency.code === draft.currencyCode);
  const before = account?.balancePoints ?? 0;
  const points = draftPoints(draft, rules) ?? 0;
  const after = draft.direction === 'credit' ? before + points : before - points;
  const figures = [
    { label: t('adjust.balanceNow'), points: before },
    { label: t('adjust.balanceAfter'), points: after, isAfter: true },
  ];
  return <BalanceFigures figures={figures} currency={limit.currency} testId="adjust-balance" />;
}
