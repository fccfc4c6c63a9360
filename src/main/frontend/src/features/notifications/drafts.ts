import type { Language } from '../../i18n/index.ts';

/** What was begun to a buyer survives a look at another tab or case, in this browser tab only. */
export type MessageDraft = { text: string; language: Language; offers: boolean; marketing: boolean };

const keyOf = (number: string) => `afterflow.message.${number}`;

export function draftOf(number: string, language: Language): MessageDraft {
  const nothing: MessageDraft = { text: '', language, offers: false, marketing: false };
  try {
    return { ...nothing, ...(JSON.parse(sessionStorage.getItem(keyOf(number)) ?? 'null') as Partial<MessageDraft> | null) };
  } catch {
    return nothing;
  }
}

export const forgetDraft = (number: string) => sessionStorage.removeItem(keyOf(number));
export const keepDraft = (number: string, draft: MessageDraft) => {
  if (draft.text) sessionStorage.setItem(keyOf(number), JSON.stringify(draft));
  else forgetDraft(number);
};
