import { ActionIcon, TextInput, type TextInputProps } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readDay } from '../read-moment.ts';
import { useFormat } from '../use-format.ts';
import classes from './day-input.module.css';

type Props = Pick<TextInputProps, 'label' | 'w'> & {
  /** YYYY-MM-DD, or empty. */
  readonly value: string;
  readonly onChange: (day: string) => void;
};

/**
 * A day as the screen's language writes it, typed or picked. The browser's own field would follow the
 * language of the browser instead, and show 11/22/2026 to a Russian reader.
 */
export function DayInput({ label, value, onChange, w = 150 }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const shown = value === '' ? '' : format.day(value);
  const [text, setText] = useState(shown);
  const [isWrong, setWrong] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  useEffect(() => setText(shown), [shown]);
  const take = () => {
    const day = text.trim() === '' ? '' : readDay(text, value);
    setWrong(day === undefined);
    if (day !== undefined && day !== value) onChange(day);
    if (day !== undefined && day === value) setText(shown);
  };
  return (
    <div className={classes.field}>
      <TextInput
        label={label}
        w={w}
        value={text}
        error={isWrong}
        autoComplete="off"
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={take}
        onKeyDown={(event) => event.key === 'Enter' && take()}
        rightSection={
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('common.pickDay')}
            onClick={() => picker.current?.showPicker()}
          >
            <IconCalendar size={17} />
          </ActionIcon>
        }
      />
      <input
        ref={picker}
        type="date"
        tabIndex={-1}
        aria-hidden="true"
        className={classes.picker}
        value={value}
        onChange={(event) =>
          event.currentTarget.value !== '' && onChange(event.currentTarget.value)
        }
      />
    </div>
  );
}
