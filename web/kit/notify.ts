import { type NotificationData, notifications } from '@mantine/notifications';
import i18next from 'i18next';

/** Shows a message in the corner; its closing cross has a name in the language of the screen. @returns its id */
export function notify(message: NotificationData): string {
  return notifications.show({
    closeButtonProps: { 'aria-label': i18next.t('common.close') },
    ...message,
  });
}
