import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNotice } from '../../app/notices.tsx';
import { addEvidence } from '../../api/cases.ts';
import { problemOf } from '../../api/http.ts';
import { useRefreshCase } from './caseQueries.ts';

/** Adds files to a case: from the file chooser (`pick` leaves it to the asker what becomes of them), or given by drag and paste; `progress` is the part that has left, from 0 to 1. */
export function useAttach(number: string | undefined) {
  const message = useNotice();
  const { t } = useTranslation();
  const refresh = useRefreshCase();
  const [progress, setProgress] = useState<number | null>(null);
  const upload = useCallback(async (files: File[]) => {
    setProgress(0);
    try {
      const kept = await addEvidence(number ?? '', files, setProgress);
      refresh(number ?? '');
      return kept;
    } finally {
      setProgress(null);
    }
  }, [number, refresh]);
  const send = async (files: File[]) => {
    try {
      await upload(files);
      void message.success(t('evidence.added', { count: files.length }));
    } catch (cause) {
      const problem = problemOf(cause);
      void message.error([problem.detail ?? t('evidence.failed'), problem.remedy].filter(Boolean).join(' '));
    }
  };
  const pick = (chosen: (files: File[]) => void) => {
    const picker = document.createElement('input');
    picker.type = 'file';
    picker.multiple = true;
    picker.accept = 'image/*,video/mp4,video/webm,application/pdf,text/plain';
    picker.addEventListener('change', () => chosen([...(picker.files ?? [])]));
    picker.click();
  };
  const attach = () => pick((files) => void send(files));
  return { upload, attach, pick, send, progress };
}
