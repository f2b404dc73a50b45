import { Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Choice } from '#modules/receipts/contract.ts';
import { useFormat } from '../../../kit/use-format.ts';
import type { Till } from './use-till.ts';

/** Promotions of which the buyer may have one, group by group; where there is but one, nothing is asked. */
export function Choices({ till }: { readonly till: Till }) {
  const groups = Map.groupBy(till.calculation?.answer.choices ?? [], (choice) => choice.group);
  return [...groups].map(
    ([group, choices]) =>
      choices.length > 1 && <OneOf key={group} group={group} choices={choices} till={till} />,
  );
}

type Props = {
  readonly group: string;
  readonly choices: readonly Choice[];
  readonly till: Till;
};

function OneOf({ group, choices, till }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const codes = choices.map((choice) => choice.promotionCode);
  return (
    <Radio.Group
      size="sm"
      label={t('till.choose')}
      name={`choice-${group}`}
      value={chosenAmong(codes, till) ?? null}
      onChange={(code) => till.changeAndCalculate({ do: 'choose', code, insteadOf: codes })}
      data-testid="till-choices"
    >
      <Stack gap={6} mt={6}>
        {choices.map(({ promotionCode, title, worthKopecks }) => (
          <Radio
            key={promotionCode}
            size="xs"
            value={promotionCode}
            label={`${format.words(title)} · ${format.money(worthKopecks)}`}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}

/** What the buyer chose, or else the one that the server gave him. */
function chosenAmong(codes: readonly string[], { draft, calculation }: Till): string | undefined {
  const trace = calculation?.answer.trace ?? [];
  return (
    draft.chosen.find((code) => codes.includes(code)) ??
    trace.find((one) => one.verdict === 'applied' && codes.includes(one.promotionCode))
      ?.promotionCode
  );
}
