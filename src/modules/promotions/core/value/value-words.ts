import type { Text } from '#shared/text.ts';
import { STAGE_PARAM } from '../basket/stage.ts';
import {
  clockWords,
  daysWords,
  joinWords,
  moneyWords,
  numberWords,
  pointsWords,
  quantityWords,
  sameWords,
} from '../describe/words.ts';
import { optionName } from '../language/params.ts';
import { parseSource } from './sources.ts';
import { isValueObject, type Step, type Value, type ValueObject } from './value.ts';

export { isValueObject };

/** How one number of a Value is shown: by the unit of the field that the Value stands in. */
export type ShowNumber = (value: number) => Text;

const STEPS_TOLD = 4;

/** A Value in words: a scale row by row, a table by its keys, arithmetic with its signs. */
export function valueWords(value: Value, show: ShowNumber): Text {
  if (typeof value === 'number') return show(value);
  if ('source' in value) return sourceWords(value.source);
  if ('steps' in value) return stepsWords(value.steps.source, value.steps.rows, show);
  if ('table' in value) {
    const keys = joinWords(value.table.keys.map(sourceWords), sameWords(' × '));
    return { ru: `по таблице (${keys.ru})`, en: `by the table (${keys.en})` };
  }
  if ('attribute' in value) {
    const { attribute } = value;
    return { ru: `признак товара ${attribute}`, en: `the goods’ ${attribute}` };
  }
  if ('personal' in value) {
    const { personal } = value;
    return { ru: `по личному списку ${personal}`, en: `by the personal list ${personal}` };
  }
  return arithmeticWords(value, show);
}

/** A source in words; a source that does not exist is shown as it stands. */
export function sourceWords(source: string): Text {
  const parsed = parseSource(source);
  if (parsed === undefined) return sameWords(source);
  const { entry, argument } = parsed;
  const stage = optionName(STAGE_PARAM, argument);
  const put = (sentence: string, language: keyof Text) =>
    sentence.replace('{code}', argument).replace('{stage}', stage[language]);
  return { ru: put(entry.title.ru, 'ru'), en: put(entry.title.en, 'en') };
}

function stepsWords(source: string, rows: readonly Step[], show: ShowNumber): Text {
  const from = showOfSource(source);
  const told = rows.slice(0, STEPS_TOLD).map((row): Text => {
    const [low, value] = [from(row.from), show(row.value)];
    return { ru: `с ${low.ru} — ${value.ru}`, en: `from ${low.en} ${value.en}` };
  });
  const more = rows.length - told.length;
  if (more > 0) told.push({ ru: `и ещё ${more}`, en: `and ${more} more` });
  const name = sourceWords(source);
  const scale = joinWords(told, sameWords(', '));
  return { ru: `по шкале (${name.ru}): ${scale.ru}`, en: `by the scale (${name.en}): ${scale.en}` };
}

/** Thresholds of a scale have the unit of what they measure. */
function showOfSource(source: string): ShowNumber {
  const unit = parseSource(source)?.entry.unit;
  return (unit === undefined ? undefined : SHOW_BY_UNIT[unit]) ?? numberWords;
}

function arithmeticWords(value: ValueObject, show: ShowNumber): Text {
  const told = (parts: readonly Value[], joint: string): Text => {
    const words = joinWords(
      parts.map((part) => valueWords(part, isValueObject(part) ? show : numberWords)),
      sameWords(joint),
    );
    return { ru: `(${words.ru})`, en: `(${words.en})` };
  };
  const named = (name: Text, parts: readonly Value[]): Text => {
    const words = told(parts, '; ');
    return { ru: `${name.ru} ${words.ru}`, en: `${name.en} ${words.en}` };
  };
  if ('sum' in value) return told(value.sum, ' + ');
  if ('minus' in value) return told(value.minus, ' − ');
  if ('times' in value) return told(value.times, ' × ');
  if ('over' in value) return told(value.over, ' ÷ ');
  if ('least' in value) return named({ ru: 'меньшее из', en: 'the least of' }, value.least);
  if ('most' in value) return named({ ru: 'большее из', en: 'the greatest of' }, value.most);
  return sameWords('…');
}

const SHOW_BY_UNIT: Readonly<Record<string, ShowNumber>> = {
  kopecks: moneyWords,
  points: pointsWords,
  thousandths: quantityWords,
  'minute-of-day': (value) => sameWords(clockWords(value)),
  days: daysWords,
};
