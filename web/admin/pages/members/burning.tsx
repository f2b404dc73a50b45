import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Account } from '#modules/ledger/admin-contract.ts';
import { useFormat } from '../../../kit/use-format.ts';
import classes from './accounts.module.css';

type Bar = {
  readonly key: string;
  readonly label: string;
  readonly points: number;
  readonly tone: 'week' | 'later' | 'never';
};

/** When the account's points burn: a bar per week with something in it, then what is later and never. */
export function Burning({ account }: { readonly account: Account }) {
  const { t } = useTranslation();
  const format = useFormat();
  const bars = useBars(account);
  const most = Math.max(...bars.map((bar) => bar.points));
  if (bars.length === 0) return null;
  return (
    <div className={classes.burning}>
      <Text fz="xs" fw={600} c="dimmed">
        {t('account.burning')}
      </Text>
      {bars.every((bar) => bar.tone !== 'week') && (
        <Text fz="xs" c="dimmed" mt={2}>
          {t('account.nothingBurns')}
        </Text>
      )}
      <ul className={classes.weeks} data-testid="burning">
        {bars.map((bar) => (
          <li key={bar.key} className={classes.week}>
            <span>{bar.label}</span>
            <span className={classes.track} aria-hidden="true">
              <span
                className={classes.bar}
                data-tone={bar.tone}
                style={{ display: 'block', width: `${(bar.points / most) * 100}%` }}
              />
            </span>
            <span className="figure">{format.pointsOf(bar.points, account.currency)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function useBars({ expiring, isExpirySuspended }: Account): readonly Bar[] {
  const { t } = useTranslation();
  const format = useFormat();
  const label = (monday: string, place: number) =>
    place === 0
      ? t('account.thisWeek')
      : t('account.week', { from: format.dayMonth(monday), to: format.dayMonth(monday, 6) });
  const weeks = expiring.weeks.map(
    ({ monday, points }, place): Bar => ({
      key: monday,
      label: label(monday, place),
      points,
      tone: 'week',
    }),
  );
  const rest: readonly Bar[] = [
    { key: 'later', label: t('account.later'), points: expiring.laterPoints, tone: 'later' },
    {
      key: 'never',
      label: t(isExpirySuspended ? 'account.paused' : 'account.never'),
      points: expiring.neverPoints,
      tone: 'never',
    },
  ];
  return [...weeks, ...rest].filter((bar) => bar.points > 0);
}
