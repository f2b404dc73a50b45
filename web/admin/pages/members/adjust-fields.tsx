import { Group, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { wordParam } from '../../../kit/search-params.ts';
import { useFormat } from '../../../kit/use-format.ts';
import type { AdjustDraft, Limits, problemsOf } from './adjust-draft.ts';

type Props = {
  readonly draft: AdjustDraft;
  readonly rules: Limits;
  readonly problems: ReturnType<typeof problemsOf>;
  readonly onChange: (part: Partial<AdjustDraft>) => void;
};

/** What a proposal says: which way, how much of what, why. */
export function AdjustFields(props: Props) {
  const { draft, rules, problems, onChange } = props;
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <SegmentedControl
        aria-label={t('adjust.direction')}
        fullWidth
        value={draft.direction}
        onChange={(value) =>
          onChange({ direction: wordParam(value, ['credit', 'debit']) ?? 'credit', reason: null })
        }
        data={[
          { value: 'credit', label: t('adjust.credit') },
          { value: 'debit', label: t('adjust.debit') },
        ]}
      />
      <Amount {...props} />
      <Select
        label={t('adjust.reason')}
        value={draft.reason}
        error={problems.reason && t(`adjust.${problems.reason}`)}
        onChange={(value) => onChange({ reason: value })}
        data={rules.reasons
          .filter((reason) => reason.directions.includes(draft.direction))
          .map((reason) => ({ value: reason.code, label: format.words(reason.title) }))}
      />
      <Textarea
        label={t('adjust.comment')}
        description={t('adjust.commentHint')}
        value={draft.comment}
        error={problems.comment && t(`adjust.${problems.comment}`)}
        maxLength={500}
        autosize
        minRows={2}
        onChange={(event) => onChange({ comment: event.currentTarget.value })}
      />
    </>
  );
}

function Amount({ draft, rules, problems, onChange }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const limit = rules.limits.find((each) => each.currency.code === draft.currencyCode);
  const told = (points: number) =>
    limit === undefined ? '' : format.pointsOf(points, limit.currency);
  const hints = {
    digits: limit?.currency.divisibility ?? 0,
    max: told(limit?.proposePointsMax ?? 0),
    left: told(limit?.dailyPointsLeft ?? 0),
  };
  return (
    <Group grow align="flex-start">
      <TextInput
        label={t('adjust.points')}
        description={t('adjust.pointsHint', hints)}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        inputMode="decimal"
        autoComplete="off"
        value={draft.points}
        error={problems.points && t(`adjust.${problems.points}`, hints)}
        onChange={(event) => onChange({ points: event.currentTarget.value })}
        data-autofocus
      />
      <Select
        label={t('adjust.currency')}
        allowDeselect={false}
        value={draft.currencyCode}
        onChange={(value) => onChange({ currencyCode: value ?? draft.currencyCode })}
        data={rules.limits.map(({ currency }) => ({
          value: currency.code,
          label: format.words(currency.title),
        }))}
      />
    </Group>
  );
}
