import { ActionIcon, Badge, Group, NumberInput, Text } from '@mantine/core';
import { IconMinus, IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CalculateAnswer } from '#modules/receipts/contract.ts';
import { useFormat } from '../../../kit/use-format.ts';
import classes from './basket-panel.module.css';
import { type DraftAction, type DraftLine, grossOf, stepOf } from './draft.ts';

type AnswerLine = CalculateAnswer['lines'][number];

type Props = {
  readonly line: DraftLine;
  readonly answer: AnswerLine | undefined;
  readonly onChange: (action: DraftAction) => void;
};

/** A line of the basket: goods, quantity, and what it costs once the server has answered. */
export function BasketLine({ line, answer, onChange }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { goods, lineNo } = line;
  const title = format.words(goods.title);
  return (
    <li className={classes.line} data-sku={goods.sku}>
      <div className={classes.name}>
        <Text fz="sm" fw={550} lh={1.3}>
          {title}
        </Text>
        <Text fz="xs" c="dimmed" className="figure">
          {format.money(goods.priceKopecks)}
          {goods.isWeighed && ` ${t('till.perUnit')}`}
        </Text>
      </div>
      <Quantity line={line} title={title} onChange={onChange} />
      <Cost line={line} answer={answer} />
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('till.remove', { title })}
        onClick={() => onChange({ do: 'remove', lineNo })}
      >
        <IconTrash size={16} />
      </ActionIcon>
    </li>
  );
}

type QuantityProps = Omit<Props, 'answer'> & { readonly title: string };

function Quantity({ line, title, onChange }: QuantityProps) {
  const { t } = useTranslation();
  const { locale } = useFormat();
  const { goods, lineNo, quantityMilli } = line;
  const set = (milli: number) => onChange({ do: 'set-quantity', lineNo, quantityMilli: milli });
  return (
    <Group gap={4} wrap="nowrap">
      <ActionIcon
        variant="default"
        aria-label={t('till.less', { title })}
        onClick={() => set(quantityMilli - stepOf(goods))}
      >
        <IconMinus size={15} />
      </ActionIcon>
      <NumberInput
        aria-label={t('till.quantityOf', { title })}
        value={quantityMilli / 1000}
        onChange={(value) => set(Math.round(Number(value) * 1000) || quantityMilli)}
        decimalScale={goods.isWeighed ? 3 : 0}
        decimalSeparator={locale === 'ru' ? ',' : '.'}
        min={goods.isWeighed ? 0.001 : 1}
        max={999}
        hideControls
        w={goods.isWeighed ? 68 : 48}
        size="xs"
        classNames={{ input: classes.quantity }}
      />
      <ActionIcon
        variant="default"
        aria-label={t('till.more', { title })}
        onClick={() => set(quantityMilli + stepOf(goods))}
      >
        <IconPlus size={15} />
      </ActionIcon>
    </Group>
  );
}

function Cost({ line, answer }: Omit<Props, 'onChange'>) {
  const format = useFormat();
  const gross = answer?.grossKopecks ?? grossOf(line);
  const payable = answer?.payableKopecks ?? gross;
  const earned = answer?.accruals.reduce((sum, each) => sum + each.points, 0) ?? 0;
  return (
    <div className={classes.sum}>
      {payable !== gross && <s className={classes.was}>{format.money(gross)}</s>}
      <span className={classes.is}>{format.money(payable)}</span>
      {earned > 0 && (
        <Badge size="sm" variant="light" tt="none">
          {format.points(earned, { sign: true })}
        </Badge>
      )}
    </div>
  );
}
