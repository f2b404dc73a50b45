import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { chooseLocale } from '../i18n.ts';
import { useFormat } from '../use-format.ts';

/** Russian or English, for all screens at once. */
export function LocaleSwitch() {
  const { t } = useTranslation();
  const { locale } = useFormat();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('app.language')}
      value={locale}
      onChange={(value) => void chooseLocale(value === 'en' ? 'en' : 'ru')}
      data={[
        { value: 'ru', label: 'RU' },
        { value: 'en', label: 'EN' },
      ]}
    />
  );
}
