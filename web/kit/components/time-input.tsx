import { TextInput, type TextInputProps } from '@mantine/core';
import { useEffect, useState } from 'react';
import { readTime } from '../read-moment.ts';

type Props = Pick<TextInputProps, 'label' | 'w'> & {
  /** HH:MM. */
  readonly value: string;
  readonly onChange: (time: string) => void;
};

/** Hours and minutes of a day of 24 hours, typed as `23:30`, `2330` or `9`. */
export function TimeInput({ label, value, onChange, w = 140 }: Props) {
  const [text, setText] = useState(value);
  const [isWrong, setWrong] = useState(false);
  useEffect(() => setText(value), [value]);
  const take = () => {
    const time = readTime(text);
    setWrong(time === undefined);
    if (time === undefined) return;
    setText(time);
    if (time !== value) onChange(time);
  };
  return (
    <TextInput
      label={label}
      w={w}
      value={text}
      error={isWrong}
      inputMode="numeric"
      autoComplete="off"
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={(event) => event.key === 'Enter' && take()}
    />
  );
}
