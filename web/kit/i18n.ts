import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Locale } from './format.ts';
import { en } from './locales/en.ts';
import { ru } from './locales/ru.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof ru };
  }
}

const STORAGE_KEY = 'kopilka-locale';

function storedLocale(): Locale {
  return localStorage.getItem(STORAGE_KEY) === 'en' ? 'en' : 'ru';
}

/** Whether the person has ever chosen a language on this machine. */
export function hasChosenLocale(): boolean {
  return localStorage.getItem(STORAGE_KEY) !== null;
}

/** Starts the dictionaries: Russian unless the person chose otherwise before. */
export async function startLanguage(): Promise<void> {
  const locale = storedLocale();
  document.documentElement.lang = locale;
  await i18next.use(initReactI18next).init({
    lng: locale,
    fallbackLng: 'ru',
    resources: { ru: { translation: ru }, en: { translation: en } },
    interpolation: { escapeValue: false },
  });
}

/** Switches the language of every screen and remembers the choice. */
export async function chooseLocale(locale: Locale): Promise<void> {
  localStorage.setItem(STORAGE_KEY, locale);
  document.documentElement.lang = locale;
  await i18next.changeLanguage(locale);
}
